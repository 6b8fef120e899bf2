// Texts that kept a run busy for minutes or for ever. Each is read here after its name was printed, so that whoever ended
// this process knows which one it was.
import { followProgress } from '../src/buildkit/progress.ts';
import { readChain } from '../src/dockerfile/chain.ts';
import { heedsIgnoreFile } from '../src/dockerfile/frontend.ts';
import { readIgnore } from '../src/dockerfile/ignore.ts';
import { asPattern } from '../src/dockerfile/patterns.ts';
import { cutBefore, readStage } from '../src/dockerfile/stage.ts';
import { readHistory } from '../src/image/history.ts';
import { usesAction } from '../src/init/files.ts';
import { pythonNotes } from '../src/init/notes.ts';
import { type Packages, readEnvironment } from '../src/init/packages.ts';
import type { Python } from '../src/init/python.ts';
import { refuseSecrets } from '../src/inputs/exposed.ts';
import { buildArguments, environment } from '../src/inputs/lists.ts';
import { shellWords } from '../src/inputs/values.ts';
import { withoutCommands } from '../src/text/plain.ts';

const many = (text: string, bytes = 1 << 20) => text.repeat(bytes / text.length);
const long = 'a'.repeat(255);
const stars = many('*a', 60);

function stages(count: number): string {
  const chain = Array.from({ length: count }, (_, at) => `FROM s${at} AS s${at + 1}\n`);
  return `FROM a AS s0\n${chain.join('')}FROM s${count} AS dev\nRUN x\n`;
}

const dockerfiles: Record<string, string> = {
  'stars in COPY': `FROM a AS dev\nCOPY ${stars}b /\n`,
  'carriage returns': `FROM a AS dev\nRUN ${many('\r', 60_000)}x\n`,
  'blanks within a line': `FROM a AS dev\nRUN x${many(' ', 60_000)}y\n`,
  'blanks in a directive': `# escape = x${many(' ', 60_000)}y\nFROM a AS dev\n`,
  'short instructions': `FROM a AS dev\n${many('RUN x\n', 30_000)}`,
  'more short instructions': `FROM a AS dev\n${many('RUN x\n')}`,
  'stages, one upon the other': stages(3000),
  'more stages, one upon the other': stages(60_000),
  'inline documents': `FROM a AS dev\nRUN cat${many(' <<A', 20_000)}\n${many('A\n', 10_000)}`,
  'an argument that doubles': `ARG A0=xxxxxxxx\n${Array.from({ length: 60 }, (_, at) => `ARG A${at + 1}=$A${at}$A${at}\n`).join('')}FROM $A60 AS dev\n`,
};
const references: Record<string, string> = {
  'colons in a build argument': many('a:', 80_000),
  'blanks in a build argument': many(' ', 80_000),
};

function readPython(requirements: string): string[] {
  const packages = { kind: 'requirements', files: ['a.txt'] } as unknown as Packages;
  return pythonNotes({ 'a.txt': requirements }, packages, { version: '3.13', isTold: false } as Python);
}

const cases: Record<string, () => unknown> = {
  'stars in a name': () => asPattern(`${stars}b`)(long),
  'stars in .dockerignore': () => readIgnore(`${stars}b`).ignores(`${long}/${long}`),
  'double stars in .dockerignore': () => readIgnore(`${many('**/a/', 1000)}b`).ignores(many('a/', 4000)),
  'patterns in .dockerignore': () => readIgnore(many(`${stars}b\n`)).ignores(long),
  'blanks in .dockerignore': () => readIgnore(`a${many(' ')}b`).ignores(long),
  ...Object.fromEntries(Object.entries(dockerfiles).map(([name, text]) => [name, () => readStage(text, 'dev', [])])),
  ...Object.fromEntries(
    [many('\r'), many('#\r'), `# syntax${many(' ')}`, many('# syntax\n'), many('#')].map((text, index) => [
      `a frontend, ${index}`,
      () => heedsIgnoreFile(text, []),
    ]),
  ),
  'layers of many stages': () => readChain(stages(3000), 'dev', []),
  'the start of many stages': () => cutBefore(stages(3000), 'dev', 3003),
  ...Object.fromEntries(
    Object.entries(references).map(([name, value]) => [
      name,
      () => readStage('ARG A\nFROM $A AS dev\n', 'dev', [`A=${value}!`]),
    ]),
  ),
  'many build arguments': () =>
    readStage(
      'FROM a AS dev\n',
      'dev',
      buildArguments(Array.from({ length: 100_000 }, (_, at) => `A${at}=`).join('\n')),
    ),
  'a build argument that is nearly an address': () => refuseSecrets(`A=${many('a')}`),
  'values of several lines': () => environment(many('A<<B\nB\n')),
  'quotes in a command line': () => shellWords('pytest-args', many("$'\\x")),
  'fewer quotes in a command line': () => shellWords('pytest-args', many("$'\\x", 28_000)),
  'blank lines in requirements': () => readPython(many('\n')),
  'brackets in requirements': () => readPython(many('a[\n')),
  'blank lines in a workflow': () => usesAction(many('\n'), '.'),
  'blanks in a workflow': () => usesAction(`- uses: a/dev-in-docker@v1\n  context: x${many(' ')}y`, '.'),
  'blanks in a conda environment': () => readEnvironment(`- a${many(' ')}b`),
  'blanks in the history of an image': () => readHistory(JSON.stringify({ CreatedBy: `RUN x${many(' ')}y`, Size: 1 })),
  'the name of a step': () => {
    const progress = followProgress(text => text);
    progress.read(JSON.stringify({ vertexes: [{ digest: '1', name: many('[dev 1/2] RUN '), started: 'now' }] }));
    return progress.steps().map(({ name }) => /\] RUN .*\bpip3? install\b/s.test(name));
  },
  'colons in lines of the log': () => withoutCommands(many(' :')),
};

for (const [name, read] of Object.entries(cases)) {
  console.log(name);
  try {
    read();
  } catch (error) {
    // A refusal is an answer; anything else, such as a stack that is too deep, is none.
    if (!(error instanceof Error) || error.name !== 'UserError') throw error;
  }
}
console.log('all of them');
