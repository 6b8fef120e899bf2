import { join, relative } from 'node:path';
import { quote as shellWord } from 'shlex';
import { isStartedByNpx } from '../../host/steps/environment.ts';
import { fateOf, type InitFile, planInit } from '../../init/plan.ts';
import { findFolders, type InitFolders, inspectProject } from '../../init/steps/inspect.ts';
import { inspectPath, writeWhole } from '../../init/steps/write.ts';
import { plain } from '../../text/plain.ts';

/** What `init` can be told. */
export type InitOptions = {
  /** Unset, the one of the moment. */
  folder: string | undefined;
  isForced: boolean;
  isDryRun: boolean;
  isVerbose: boolean;
  isQuiet: boolean;
};

/** Writes what a project lacks. Resolves with the exit code; fails with a sentence where nothing, or not all, is written. */
export async function init({ folder, isForced, isDryRun, isVerbose, isQuiet }: InitOptions): Promise<number> {
  const folders = await findFolders(folder);
  const plan = planInit(await inspectProject(folders), isForced);
  const say = (lines: string[]) => isQuiet || lines.length === 0 || console.log(plain(lines.join('\n')));
  // All is decided before anything is written.
  const files: Decided[] = [];
  for (const file of plan.files) {
    files.push({ ...file, fate: fateOf(file, await inspectPath(folders[file.base], file.path), isForced) });
  }
  const width = Math.max(...[...files, ...plan.kept].map(file => shown(folders, file).length));
  for (const { fate, ...file } of files) {
    const isKept = fate === 'keep';
    if (!isKept && !isDryRun) await writeWhole(folders[file.base], file.path, file.text, fate === 'overwrite');
    const about = isKept ? 'is there already' : file.about;
    say([fateLine(WORDS[fate][isDryRun ? 1 : 0], shown(folders, file).padEnd(width), about)]);
    if (!isKept && (isDryRun || isVerbose)) say([...indented(file.text), '']);
  }
  say(plan.kept.map(file => fateLine(WORDS.keep[isDryRun ? 1 : 0], shown(folders, file).padEnd(width), file.about)));
  const isNew = files.some(({ base, fate }) => base === 'repository' && fate !== 'keep');
  const notes = [...plan.notes, ...(isNew ? [OWNER] : [])];
  if (notes.length > 0) say(['', ...notes]);
  say(
    nextSteps(
      folders,
      files.every(({ fate }) => fate === 'keep'),
      isDryRun,
    ),
  );
  return 0;
}

type Decided = InitFile & { fate: ReturnType<typeof fateOf> };

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `  | ${line}`.trimEnd());
}

/** Done, and would be done. */
const WORDS = {
  write: ['wrote', 'would write'],
  overwrite: ['overwrote', 'would overwrite'],
  keep: ['kept', 'would keep'],
} as const;

const OWNER = 'In the workflows, in place of OWNER, write whose dev-in-docker you use.';

function fateLine(word: string, path: string, about: string): string {
  return `${word.padEnd(9)}  ${path}  ${about}`;
}

/** A file as somebody would name it where they are. */
function shown(folders: InitFolders, { base, path }: Pick<InitFile, 'base' | 'path'>): string {
  return relative(process.cwd(), join(folders[base], path));
}

function nextSteps({ project }: InitFolders, isComplete: boolean, isDryRun: boolean): string[] {
  if (isDryRun) return ['', 'Nothing was written.'];
  const folder = relative(process.cwd(), project);
  const command = isStartedByNpx() ? 'npx github:OWNER/dev-in-docker' : 'dev-in-docker';
  return [
    '',
    isComplete ? 'Nothing is missing. Next:' : 'Next:',
    ...(folder === '' ? [] : [`  cd ${shellWord(folder)}`]),
    `  ${command} test    builds the dev stage and runs the tests in it`,
    `  ${command} dev     opens a shell in it`,
  ];
}
