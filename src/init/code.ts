// Where the code is that a project's tests import.
import { readSetuptools } from './declared.ts';
import type { Django } from './django.ts';
import type { Packages, Texts } from './packages.ts';
import type { Pyproject } from './pyproject.ts';
import type { PytestSettings } from './pytest.ts';
import { requirementsFile } from './requirements.ts';
import { codeFolder, type Member } from './workspace.ts';

/** Folders that modules are imported from, relative to the project; the first one, empty, is the project's own. */
export function codeFolders(
  { files, hasSourceFolder, django }: { files: Texts; hasSourceFolder: boolean; django?: Django },
  pyproject: Pyproject | undefined,
  { source }: Packages,
  members: Member[],
  settings: PytestSettings | undefined,
): string[] {
  const folders = [
    '',
    ...(hasSourceFolder ? ['src'] : []),
    ...(pyproject?.declared.folders ?? []),
    ...(readSetuptools(files)?.folders ?? []),
    ...members.map(codeFolder),
    ...(django ? [django.folder] : []),
    requirementsFile(source)?.root ?? '',
    ...(settings?.pythonpath ?? []),
  ];
  const plain = folders.map(folder => folder.replace(/^\.\/|\/$/g, '').replace(/^\.$/, ''));
  return [...new Set(plain.filter(folder => folder === '' || /^\w[\w-]*(?:\/\w[\w-]*)*$/.test(folder)))];
}
