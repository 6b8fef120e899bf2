import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { quote as shellWord } from 'shlex';
import { isStartedByNpx } from '../../host/steps/environment.ts';
import { fateOf, type InitFile, planInit } from '../../init/plan.ts';
import { findFolders, findStrangers, type InitFolders, inspectProject } from '../../init/steps/inspect.ts';
import { findOwner } from '../../init/steps/origin.ts';
import { inspectPath, writeWhole } from '../../init/steps/write.ts';
import { UserError } from '../../text/errors.ts';
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
  const say = (lines: string[]) => isQuiet || lines.length === 0 || console.log(plain(lines.join('\n')));
  const strangers = folder === undefined && !isDryRun ? await findStrangers(folders) : [];
  if (strangers.length > 0 && !(await isWanted(folders.project, strangers))) {
    say(['Nothing was written.']);
    return 1;
  }
  const plan = planInit(await inspectProject(folders), isForced);
  const owner = await findOwner();
  if (folders.project !== process.cwd()) say([`The project is ${folders.project}.`, '']);
  // All is decided before anything is written.
  const files: PlannedFile[] = [];
  for (const planned of plan.files) {
    const file = { ...planned, text: owner === undefined ? planned.text : withOwner(planned.text, owner) };
    const there = await inspectPath(folders[file.base], file.path);
    files.push({ ...file, fate: fateOf(file, there, isForced), there: there.kind === 'file' ? there.text : undefined });
  }
  const width = Math.max(...[...files, ...plan.kept].map(file => shown(folders, file).length));
  for (const { fate, ...file } of files) {
    const isKept = fate === 'keep';
    if (!isKept && !isDryRun) await writeWhole(folders[file.base], file.path, file.text, fate === 'overwrite');
    const about = !isKept ? file.about : `is there already${file.there === file.text ? ', unchanged' : ''}`;
    say([fateLine(WORDS[fate][isDryRun ? 1 : 0], shown(folders, file).padEnd(width), about)]);
    if (!isKept && (isDryRun || isVerbose)) say([...indented(file.text), '']);
  }
  say(plan.kept.map(file => fateLine(WORDS.keep[isDryRun ? 1 : 0], shown(folders, file).padEnd(width), file.about)));
  const isUnowned = files.some(
    ({ base, fate, there, text }) => base === 'repository' && (fate === 'keep' ? there : text)?.includes(NOBODY),
  );
  const notes = [...plan.notes, ...(isUnowned ? [ownerNote(owner)] : [])];
  if (notes.length > 0) say(['', ...notes]);
  say(
    nextSteps(
      folders,
      files.every(({ fate }) => fate === 'keep'),
      isDryRun,
      owner,
    ),
  );
  return 0;
}

/** `there` is the text of the file in its place. */
type PlannedFile = InitFile & { fate: ReturnType<typeof fateOf>; there: string | undefined };

/** Whether to write into a folder with other things; without a terminal, nobody can be asked. */
async function isWanted(project: string, others: string[]): Promise<boolean> {
  const rest = others.length > 3 ? ` and ${others.length - 3} more` : '';
  const what = `${project} is in no git repository, and has other things in it (${others.slice(0, 3).join(', ')}${rest})`;
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    throw new UserError(`${what}: go to your project's folder, or write "dev-in-docker init ." to make this one.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal
    .question(plain(`${what}. Write a project into it? [y/N] `))
    .finally(() => terminal.close());
  return /^y(?:es)?$/i.test(answer.trim());
}

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

const NOBODY = 'OWNER/dev-in-docker@';

function withOwner(text: string, owner: string): string {
  return text.replace(/^.*in place of OWNER.*\n/im, '').replaceAll(NOBODY, `${owner}/dev-in-docker@`);
}

function ownerNote(owner: string | undefined): string {
  return `In the workflows, in place of OWNER, write ${owner === undefined ? 'whose dev-in-docker you use' : `"${owner}"`}.`;
}

function fateLine(word: string, path: string, about: string): string {
  return `${word.padEnd(9)}  ${path}  ${about}`;
}

/** A file as somebody would name it where they are. */
function shown(folders: InitFolders, { base, path }: Pick<InitFile, 'base' | 'path'>): string {
  return relative(process.cwd(), join(folders[base], path));
}

function nextSteps({ project }: InitFolders, isComplete: boolean, isDryRun: boolean, owner = 'OWNER'): string[] {
  if (isDryRun) return ['', 'Nothing was written.'];
  const folder = relative(process.cwd(), project);
  const command = isStartedByNpx() ? `npx github:${owner}/dev-in-docker` : 'dev-in-docker';
  return [
    '',
    isComplete ? 'Nothing is missing. Next:' : 'Next:',
    ...(folder === '' ? [] : [`  cd ${shellWord(folder)}`]),
    `  ${command} test    builds the dev stage and runs the tests in it`,
    `  ${command} dev     opens a shell in it`,
  ];
}
