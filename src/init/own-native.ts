// Which files of a package are sources of its compiled parts, and what compiles them.

/** Folders that are no part of a package. */
export const ASIDE =
  /^(?:tests?|testing|docs?|doc|examples?|samples?|bench(?:mark)?s?|scripts|tools|ci|notebooks|tutorials?)$/;

/** What makes parts that are compiled. */
const NATIVE = /\.(?:pyx|pxd|pxi|tp|c|cc|cpp|cxx|cu|h|hh|hpp|hxx|inc|tpp|def|S|asm|i|f|for|f90|f95|F90|rs|cmake|in)$/;
const BUILD_FILES =
  /^(?:CMakeLists\.txt|meson\.build|meson[._]options(?:\.txt)?|Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?)$/;

/** Each one is a layer of the image, which has 127 at most. */
const MOST_FOLDERS = 20;

/** Sources of compiled parts: folders without Python as a whole, and of the others what has to do with it. */
export function nativeFiles(paths: Set<string>, takesCode: boolean): string[] {
  const tops = Map.groupBy(
    [...paths].filter(path => takesCode || !ASIDE.test(path.split('/')[0] ?? '')),
    path => (path.includes('/') ? `${path.split('/')[0]}/` : ''),
  );
  return [...tops].flatMap(([top, inside]) => {
    const native = inside.filter(path => isNative(path, paths));
    if (native.length === 0) return [];
    const folders = new Set(native.map(path => path.split('/').slice(0, -1).join('/')));
    const isWhole = takesCode || folders.size > MOST_FOLDERS || !inside.some(path => path.endsWith('.py'));
    return top !== '' && isWhole ? [top] : native.map(asPatternOfKind);
  });
}

/** Whether a file has to do with compiled parts. Cython's own C files are made from what lies beside them. */
export function isNative(path: string, paths: Set<string>): boolean {
  const name = path.split('/').at(-1) ?? '';
  const isMade = /\.(?:c|cpp)$/.test(name) && paths.has(path.replace(/\.\w+$/, '.pyx'));
  return (NATIVE.test(name) && !isMade && name !== 'MANIFEST.in') || BUILD_FILES.test(name);
}

/** Files that come to be later count too. */
function asPatternOfKind(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return BUILD_FILES.test(name) ? path : path.replace(/[^/]*(?=\.\w+$)/, '*');
}

/** Packages of Debian that compile a package with these files, whose build says this. */
export function compilersOf({ paths, backend, text }: { paths: Set<string>; backend: string; text: string }): string[] {
  const has = (pattern: RegExp) => [...paths].some(path => pattern.test(path));
  // Cython's sources may ask for either, and so does CMake where it is told nothing.
  const needsCpp = has(/\.(?:cc|cpp|cxx|hpp|hxx|cu|pyx)$|CMakeLists\.txt$/) || /pybind11|nanobind|\bc\+\+/.test(text);
  const isRust = has(/(?:^|\/)Cargo\.toml$/);
  return [
    ...[needsCpp ? 'g++' : 'gcc', 'libc6-dev'],
    ...(has(/\.(?:f|for|f90|f95|F90)$/) ? ['gfortran'] : []),
    ...(isRust ? ['cargo'] : []),
    ...(backend === 'mesonpy' || /\bpkg-?config\b/.test(text) ? ['pkg-config'] : []),
  ];
}

/** Cython's sources whose C files, which a build names, are not there. */
export function cythonizedBefore({ paths, words }: { paths: Set<string>; words: Set<string> }) {
  return [...words].flatMap(word => {
    const path = word.replace(/\.(?:c|cpp)$/, '.pyx');
    return path !== word && paths.has(path) && !paths.has(word) ? [{ path, isCpp: word.endsWith('.cpp') }] : [];
  });
}

/** What a setup.py imports that pip would not bring along for it. */
export function importsOf(setupPy: string): string[] {
  const known = ['numpy', 'Cython', 'pybind11', 'nanobind', 'cffi', 'setuptools_scm', 'setuptools_rust', 'skbuild'];
  const names: Record<string, string> = { skbuild: 'scikit-build' };
  const found = known.filter(name => new RegExp(`^[ \\t]*(?:import|from)[ \\t]+${name}\\b`, 'm').test(setupPy));
  return found.length === 0 ? [] : ['setuptools', 'wheel', ...found.map(name => names[name] ?? name)];
}
