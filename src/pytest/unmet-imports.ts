// Why a module can't be imported that no mounted checkout hides.

/** A module that could not be imported. */
export type UnmetImport = { name: string } & (
  | {
      /** A package that nothing brings; or a part of one in the checkout, compiled or written when that is installed. */
      kind: 'package' | 'compiled' | 'version';
    }
  | {
      /** It is in the checkout, in a folder where Python doesn't look, relative to the context. */
      kind: 'elsewhere';
      folder: string;
    }
);

/** Whether an entry of a folder is what a compiled module of this name is made from. */
export function isSourceOf(entry: string, leaf: string): boolean {
  return entry.startsWith(`${leaf}.`) && /\.(?:pyx|pxd|c|cc|cpp|cxx|f|f90|rs)$/i.test(entry);
}

/** Whether a module is called as the file with the version that setuptools-scm, hatch-vcs or versioneer write. */
export function isVersionFile(leaf: string): boolean {
  return /^_{0,2}(?:scm_?)?version(?:_?info|_generated)?_{0,2}$/i.test(leaf);
}
