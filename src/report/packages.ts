// Which package has what is missing. Only what people miss most often, and only where it is known for sure.

/**
 * Names that are imported → packages on PyPI, where the two differ by more than case and "_"
 * (https://github.com/bndr/pipreqs/blob/master/pipreqs/mapping has thousands). A name that is no such key says nothing:
 * a package called so may be anybody's.
 */
const PYTHON: Record<string, string> = {
  Bio: 'biopython',
  Crypto: 'pycryptodome',
  Cryptodome: 'pycryptodomex',
  MySQLdb: 'mysqlclient',
  OpenGL: 'PyOpenGL',
  OpenSSL: 'pyOpenSSL',
  PIL: 'pillow',
  absl: 'absl-py',
  attr: 'attrs',
  bs4: 'beautifulsoup4',
  bson: 'pymongo',
  cairo: 'pycairo',
  community: 'python-louvain',
  corsheaders: 'django-cors-headers',
  crontab: 'python-crontab',
  cv2: 'opencv-python-headless',
  dateutil: 'python-dateutil',
  decouple: 'python-decouple',
  discord: 'discord.py',
  distutils: 'setuptools',
  dns: 'dnspython',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  environ: 'django-environ',
  faiss: 'faiss-cpu',
  fitz: 'PyMuPDF',
  gi: 'PyGObject',
  git: 'GitPython',
  github: 'PyGithub',
  gitlab: 'python-gitlab',
  'google.protobuf': 'protobuf',
  hydra: 'hydra-core',
  imblearn: 'imbalanced-learn',
  jose: 'python-jose',
  jwt: 'PyJWT',
  kafka: 'kafka-python',
  ldap: 'python-ldap',
  magic: 'python-magic',
  mpl_toolkits: 'matplotlib',
  multipart: 'python-multipart',
  nacl: 'PyNaCl',
  odf: 'odfpy',
  osgeo: 'GDAL',
  pkg_resources: 'setuptools',
  pptx: 'python-pptx',
  psycopg2: 'psycopg2-binary',
  // Which psycopg looks for by itself, and can do without one of.
  psycopg_binary: 'psycopg[binary]',
  psycopg_c: 'psycopg[binary]',
  pywt: 'PyWavelets',
  rest_framework: 'djangorestframework',
  ruamel: 'ruamel.yaml',
  'ruamel.yaml': 'ruamel.yaml',
  serial: 'pyserial',
  skbio: 'scikit-bio',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  skopt: 'scikit-optimize',
  slugify: 'python-slugify',
  sksurv: 'scikit-survival',
  socketio: 'python-socketio',
  telegram: 'python-telegram-bot',
  tlz: 'toolz',
  umap: 'umap-learn',
  usb: 'pyusb',
  websocket: 'websocket-client',
  wx: 'wxPython',
  xdist: 'pytest-xdist',
  yaml: 'PyYAML',
  zmq: 'pyzmq',
};

/** The package on PyPI that brings a module; undefined where that isn't known. */
export function pythonPackage(module: string): string | undefined {
  return Object.hasOwn(PYTHON, module) ? PYTHON[module] : undefined;
}

/** Debian's packages for something, and what else would do, as a part of a sentence. */
export type DebianPackages = { packages: string[]; instead?: string };

const COMPILER = ['gcc', 'libc6-dev'];
const POSTGRES = { packages: ['libpq-dev', ...COMPILER], instead: 'take psycopg2-binary in place of psycopg2' };
const OPENCV = {
  packages: ['libgl1', 'libglib2.0-0'],
  instead: 'take opencv-python-headless in place of opencv-python',
};
const MYSQL = { packages: ['default-libmysqlclient-dev', 'pkg-config', ...COMPILER] };
const RUST = { packages: ['cargo', ...COMPILER] };

const plain = (...packages: string[]): DebianPackages => ({ packages });
const forCompiling = (...packages: string[]): DebianPackages => ({ packages: [...packages, ...COMPILER] });

/** Shared libraries, programs and headers, by the names under which they are missed. */
const DEBIAN: Record<string, DebianPackages> = {
  // Libraries.
  'libGL.so.1': OPENCV,
  'libgthread-2.0.so.0': OPENCV,
  // Others bring their own; libgl1 depends on it.
  'libxcb.so.1': OPENCV,
  'libSM.so.6': plain('libsm6'),
  'libX11.so.6': plain('libx11-6'),
  'libXext.so.6': plain('libxext6'),
  'libXrender.so.1': plain('libxrender1'),
  'libcairo.so.2': plain('libcairo2'),
  'libfontconfig.so.1': plain('libfontconfig1'),
  'libgfortran.so.5': plain('libgfortran5'),
  'libglib-2.0.so.0': plain('libglib2.0-0'),
  'libgobject-2.0.so.0': plain('libglib2.0-0'),
  'libgomp.so.1': plain('libgomp1'),
  'libmagic.so.1': plain('libmagic1'),
  'libodbc.so.2': plain('unixodbc'),
  'libopenblas.so.0': plain('libopenblas0'),
  'libpango-1.0.so.0': plain('libpango-1.0-0'),
  'libpangoft2-1.0.so.0': plain('libpangoft2-1.0-0'),
  'libportaudio.so.2': plain('libportaudio2'),
  'libpq.so.5': plain('libpq5'),
  'libsndfile.so.1': plain('libsndfile1'),
  'libtk8.6.so': plain('libtk8.6'),
  'libusb-1.0.so.0': plain('libusb-1.0-0'),
  // Programs.
  cargo: RUST,
  cc: plain(...COMPILER),
  cmake: plain('cmake', 'make', 'g++'),
  curl: plain('curl'),
  dot: plain('graphviz'),
  ffmpeg: plain('ffmpeg'),
  ffprobe: plain('ffmpeg'),
  'g++': plain('g++'),
  gcc: plain(...COMPILER),
  'gdal-config': plain('libgdal-dev', 'g++'),
  'geos-config': forCompiling('libgeos-dev'),
  gfortran: plain('gfortran'),
  git: plain('git'),
  java: plain('default-jre-headless'),
  'krb5-config': forCompiling('libkrb5-dev'),
  latex: plain('texlive-latex-extra', 'cm-super', 'dvipng'),
  make: plain('make'),
  mysql_config: MYSQL,
  'nc-config': forCompiling('libnetcdf-dev'),
  pandoc: plain('pandoc'),
  pg_config: POSTGRES,
  'pkg-config': plain('pkg-config'),
  ps: plain('procps'),
  rsync: plain('rsync'),
  Rscript: plain('r-base-core'),
  rustc: RUST,
  ssh: plain('openssh-client'),
  swig: plain('swig'),
  tesseract: plain('tesseract-ocr'),
  wget: plain('wget'),
  'xml2-config': forCompiling('libxml2-dev'),
  'xslt-config': forCompiling('libxml2-dev', 'libxslt1-dev'),
  // Headers.
  'Python.h': plain('python3-dev'),
  'cblas.h': plain('libopenblas-dev'),
  'curl/curl.h': plain('libcurl4-openssl-dev'),
  'ffi.h': plain('libffi-dev'),
  'gdal.h': plain('libgdal-dev'),
  'geos_c.h': plain('libgeos-dev'),
  'gssapi/gssapi.h': plain('libkrb5-dev'),
  'hdf5.h': plain('libhdf5-dev'),
  'jpeglib.h': plain('libjpeg-dev'),
  'lber.h': plain('libldap-dev', 'libsasl2-dev'),
  'libpq-fe.h': POSTGRES,
  'libxml/xmlversion.h': plain('libxml2-dev', 'libxslt1-dev'),
  'libxml/xpath.h': plain('libxml2-dev', 'libxslt1-dev'),
  'mysql.h': MYSQL,
  'openssl/ssl.h': plain('libssl-dev'),
  'portaudio.h': plain('portaudio19-dev'),
  'sql.h': plain('unixodbc-dev'),
  'sqlite3.h': plain('libsqlite3-dev'),
  'stdio.h': plain('libc6-dev'),
  'zlib.h': plain('zlib1g-dev'),
};

/** Debian's packages that bring a shared library, a program or a header; undefined where that isn't known. */
export function debianPackages(name: string): DebianPackages | undefined {
  return Object.hasOwn(DEBIAN, name) ? DEBIAN[name] : undefined;
}
