// Libraries and programs that packages of Python need, and that slim images don't have.

/** A compiler, with the headers of C's library, which Debian only recommends. */
const COMPILER = ['gcc', 'libc6-dev'];

/** A package on PyPI, in pip's spelling → what of Debian it needs. */
const NEEDED: Record<string, string[]> = {
  ...of(['libgl1', 'libglib2.0-0'], ['opencv-python', 'opencv-contrib-python']),
  ...of(['libgl1', 'libxrender1'], ['vtk', 'pyvista', 'mayavi']),
  ...of(['libgl1', 'libgomp1', 'libx11-6'], ['open3d']),
  ...of(
    ['libgl1', 'libegl1', 'libglib2.0-0', 'libdbus-1-3', 'libxkbcommon0', 'libfontconfig1'],
    ['pyqt5', 'pyqt6', 'pyside2', 'pyside6'],
  ),
  ...of(['libgomp1'], ['lightgbm']),
  ...of(['libpq5'], ['psycopg']),
  ...of([...COMPILER, 'libpq-dev'], ['psycopg2', 'psycopg-c']),
  ...of([...COMPILER, 'default-libmysqlclient-dev', 'pkg-config'], ['mysqlclient']),
  ...of([...COMPILER, 'libldap-dev', 'libsasl2-dev'], ['python-ldap']),
  ...of([...COMPILER, 'libcairo2-dev', 'pkg-config'], ['pycairo']),
  ...of([...COMPILER, 'graphviz', 'libgraphviz-dev'], ['pygraphviz']),
  ...of([...COMPILER, 'portaudio19-dev'], ['pyaudio']),
  ...of([...COMPILER], ['uwsgi']),
  ...of(['g++', 'libc6-dev'], ['annoy', 'fasttext', 'pyemd', 'lightfm']),
  ...of(['libcairo2'], ['cairocffi', 'cairosvg']),
  ...of(['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'], ['weasyprint']),
  ...of(['graphviz'], ['graphviz', 'pydot']),
  ...of(['ffmpeg'], ['ffmpeg-python', 'pydub']),
  ...of(['libmagic1'], ['python-magic']),
  ...of(['libzbar0'], ['pyzbar']),
  ...of(['tesseract-ocr'], ['pytesseract']),
  ...of(['poppler-utils'], ['pdf2image']),
  ...of(['unixodbc'], ['pyodbc']),
  ...of(['git'], ['gitpython', 'dvc']),
};

function of(system: string[], packages: string[]): Record<string, string[]> {
  return Object.fromEntries(packages.map(name => [name, system]));
}

/** Debian's packages that a project needs, in order, and the packages of Python that need them. */
export function systemPackages(names: string[]): { system: string[]; needing: string[] } {
  const needing = [...new Set(names)].filter(name => Object.hasOwn(NEEDED, name)).sort();
  return { system: [...new Set(needing.flatMap(name => NEEDED[name] ?? []))].sort(), needing };
}
