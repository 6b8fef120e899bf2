// How the Dockerfile builds a project's own package.
import type { OwnPackage } from './own.ts';

/** What is copied is kept, to be told from what the build makes of a second copy. */
const [COPIED, BUILT] = ['/opt/own', '/tmp/own'];

/**
 * Leaves of the package what the build has made: the code is mounted elsewhere, and what is no longer there must not be
 * found here. A package whose folder is there is asked for its parts only there, so that the others need a finder, as
 * editable installations of compiled packages have one.
 */
const KEEP_WHAT_IS_BUILT = `import csv, pathlib, shutil, sysconfig

site = pathlib.Path(sysconfig.get_path("platlib"))
copied = ["/" + path.relative_to("${COPIED}").as_posix() for path in pathlib.Path("${COPIED}").rglob("*") if path.is_file()]
[origin] = [path for path in site.glob("*.dist-info/direct_url.json") if "file://${BUILT}" in path.read_text()]
for name, *_ in csv.reader(origin.with_name("RECORD").read_text().splitlines()):
    if any(path.endswith("/" + name) for path in copied):
        (site / name).unlink()
        shutil.rmtree((site / name).parent / "__pycache__", ignore_errors=True)
        for folder in (site / name).parents:
            if any(folder.iterdir()):
                break
            folder.rmdir()
(site / "built_parts.pth").write_text("import built_parts")
(site / "built_parts.py").write_text('''
import importlib.machinery, os, sys

class BuiltParts:
    """Finds what was built of a package whose code is elsewhere."""
    def find_spec(name, path=None, target=None):
        folder = os.path.join(os.path.dirname(__file__), *name.split(".")[:-1])
        spec = path and importlib.machinery.PathFinder.find_spec(name, [folder])
        return spec if spec and spec.origin else None

sys.meta_path.append(BuiltParts)
''')`;

/**
 * Lines that install what the build makes; `install` is a RUN that installs what follows to `environment`, `copy` makes
 * lines that copy.
 */
export function ownLines(
  { copies, touched, versionVariable, needs, cythonized, plain, hasSources }: OwnPackage,
  install: string,
  environment: string,
  copy: (paths: string[], to: string) => string[],
): string[] {
  const folders = [...new Set(touched.map(path => path.split('/').slice(0, -1).join('/')))].filter(path => path !== '');
  const made = [
    ...(folders.length > 0 ? [`mkdir -p ${folders.join(' ')}`] : []),
    ...(touched.length > 0 ? [`touch ${touched.join(' ')}`] : []),
  ];
  const isUv = /uv pip/.test(install);
  const options = [
    '--no-deps',
    // Members of a workspace are not there.
    ...(isUv && hasSources ? ['--no-sources'] : []),
    // An old pip would have a setup.py install itself, in a way of its own.
    ...(isUv ? [] : ['--use-pep517']),
    ...(needs.length > 0 ? ['--no-build-isolation'] : []),
  ].join(' ');
  return [
    `# What the build of your own package makes: metadata, commands, plugins${plain ? '' : ', a version file, compiled parts'}. Only files`,
    '# that the build reads are copied. The code is not kept here: it is found where it is mounted.',
    ...copy(copies, COPIED),
    ...(made.length > 0 ? [`RUN cd ${COPIED} && ${made.join(' && ')}`] : []),
    // Three numbers, as most tags have them: code that takes its version apart needs all.
    ...(versionVariable === undefined
      ? []
      : ['# git, which has the version, is not there.', `ARG ${versionVariable}=0.1.0.dev0`]),
    ...(needs.length > 0 ? [`${install} ${needs.join(' ')}`] : []),
    ...(cythonized.length > 0
      ? [
          `${install} cython`,
          `RUN cd ${COPIED} && ${cythonized.map(({ path, isCpp }) => `cython ${isCpp ? '--cplus ' : ''}${path}`).join(' && ')}`,
        ]
      : []),
    ...(plain
      ? [
          `${install} ${options} ${COPIED} && \\`,
          `    cd ${environment}/lib/python*/site-packages && rm -rf ${plain.join(' ')}`,
        ]
      : [
          install.replace(/(?=(?:uv )?pip install)/, `cp -r ${COPIED} ${BUILT} && \\\n    `) +
            ` ${options} ${BUILT} && rm -r ${BUILT}`,
          "RUN python <<'END'",
          KEEP_WHAT_IS_BUILT,
          'END',
        ]),
  ];
}
