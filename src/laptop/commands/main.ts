import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { sentenceOf, UserError } from '../../text/errors.ts';
import { plain } from '../../text/plain.ts';
import { render } from '../../text/sentence.ts';
import { addCompletion } from './completion.ts';
import { addOptions, collect, readOptions } from './options.ts';
import { TROUBLE } from './session.ts';

const HELP_END = `
Exit codes: those of the command that was run, or of pytest; 125 where dev-in-docker itself could not go on, and said why.`;

/** Runs what was typed; resolves with the exit code. */
export async function main(argv: string[]): Promise<number> {
  const { ours, pytests } = divide(argv);
  const program = makeProgram(code => {
    exitCode = code;
  }, pytests);
  let exitCode = 0;
  try {
    await program.parseAsync(ours);
    return exitCode;
  } catch (thrown) {
    // Commander has said it, or shown the help that was asked for.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : TROUBLE;
    const error = isFolderGone(thrown) ? new UserError(FOLDER_GONE) : thrown;
    console.error(plain(render(sentenceOf(error), 'person')));
    // A mistake of ours needs its stack; a user's mistake needs its sentence only.
    if (!(error instanceof UserError) && error instanceof Error) console.error(plain(error.stack ?? ''));
    return TROUBLE;
  }
}

const FOLDER_GONE = "The folder that you are in was deleted: go to your project's folder.";

/** Whether there is no current folder any more, as after a checkout of a branch without it. */
function isFolderGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}

/** What follows `test … --` is pytest's alone; commander would look for --help in it. */
function divide(argv: string[]): { ours: string[]; pytests: string[] } {
  const end = argv[2] === 'test' ? argv.indexOf('--') : -1;
  return end < 0 ? { ours: argv, pytests: [] } : { ours: argv.slice(0, end), pytests: argv.slice(end + 1) };
}

/**
 * All commands with their options, and what was typed for pytest alone. Each loads what it needs when it is called, so
 * that none waits for the others.
 */
export function makeProgram(end: (exitCode: number) => void, pytests: string[] = []): Command {
  const program = new Command('dev-in-docker')
    .description(
      'Work on a data analysis in Docker: one Dockerfile, a stage "dev" to work in, a stage "share" to give away.',
    )
    .version(packageJson.version)
    .exitOverride()
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .addHelpText('after', HELP_END);
  addInit(program, end);
  addDev(program, end);
  addTest(program, end, pytests);
  addShare(program, end);
  addDoctor(program, end);
  addCompletion(program);
  return program;
}

function addInit(program: Command, end: (exitCode: number) => void): void {
  program
    .command('init')
    .description('write what a project lacks: Dockerfile, .dockerignore, pytest.ini, a first test and workflows')
    .argument('[folder]', 'the project (default: the folder you are in)')
    .option('--force', 'overwrite these files where they are there already, but never your requirements or tests')
    .option('--quiet', 'say only what went wrong')
    .option('--verbose', 'show what is written')
    .option('--dry-run', 'show what would be written, and write nothing')
    .addHelpText(
      'after',
      `
Examples:
  $ dev-in-docker init --dry-run
  $ dev-in-docker init`,
    )
    .action(async (folder: string | undefined, typed: Record<string, unknown>) => {
      const { init } = await import('./init.ts');
      end(
        await init({
          folder,
          isForced: typed.force === true,
          isDryRun: typed.dryRun === true,
          isVerbose: typed.verbose === true,
          isQuiet: typed.quiet === true,
        }),
      );
    });
}

function addDev(program: Command, end: (exitCode: number) => void): void {
  addOptions(program.command('dev'), ['project', 'container'])
    .description('open a shell in the dev stage, or run a command in it, with the project mounted')
    .argument('[command...]', 'what to run instead of a shell, after --')
    .option(
      '-p, --publish <port>',
      'make a port reachable on this machine, such as 8888, or 8000:80; once for each',
      collect,
    )
    .option('--rebuild', 'build every step anew, on the newest base image')
    .passThroughOptions()
    .addHelpText(
      'after',
      `
Examples:
  $ dev-in-docker dev
  $ dev-in-docker dev -- python training.py
  $ dev-in-docker dev -p 8888 -- jupyter lab`,
    )
    .action(async (command: string[], typed: Record<string, unknown>) => {
      const { dev } = await import('./dev.ts');
      const ports = (typed.publish as string[] | undefined) ?? [];
      end(await dev({ ...readOptions(typed), command, ports, isRebuilt: typed.rebuild === true }));
    });
}

function addTest(program: Command, end: (exitCode: number) => void, pytests: string[]): void {
  addOptions(program.command('test'), ['project', 'container', 'tests'])
    .description('run the tests in the dev stage, as the action does')
    .argument('[pytest arguments...]', 'what pytest gets; after -- all of it')
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
Examples:
  $ dev-in-docker test
  $ dev-in-docker test -k wine -x
  $ dev-in-docker test tests/test_wine.py --pdb`,
    )
    .action(async (pytestArguments: string[], typed: Record<string, unknown>) => {
      const { test } = await import('./test.ts');
      end(await test({ ...readOptions(typed), pytestArguments: [...pytestArguments, ...pytests] }));
    });
}

function addShare(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command('share')
    .description(
      'open a shell in the share stage, or run a command in it, as a colleague would get it; or give it away',
    )
    .argument('[command...]', 'what to run instead of a shell, after --')
    .option('-p, --publish <port>', 'make a port reachable on this machine; once for each', collect)
    .option('--check', 'run the tests in it instead, with nothing mounted')
    .option('-t, --tag <name>', 'name the image, such as wine:1.0; with --push, where to, such as ghcr.io/owner/wine')
    .option('-o, --output <file>', 'write it to a file for "docker load": .tar, .tar.gz or .tar.zst')
    .option('--push', 'publish the commit: build it anew, run its tests in both stages, and push');
  addOptions(command, ['project', 'container', 'tests', 'publication'])
    .passThroughOptions()
    .addHelpText(
      'after',
      `
Examples:
  $ dev-in-docker share
  $ dev-in-docker share --check -o ../wine.tar.zst
  $ docker login ghcr.io
  $ dev-in-docker share --push -t ghcr.io/owner/wine`,
    )
    .action(async (command: string[], typed: Record<string, unknown>) => {
      const { share } = await import('./share.ts');
      const { publish: ports = [], tag, output } = typed as { publish?: string[]; tag?: string; output?: string };
      const texts = { ...(tag === undefined ? {} : { tag }), ...(output === undefined ? {} : { output }) };
      const flags = { isChecked: typed.check === true, isPushed: typed.push === true };
      end(await share({ ...readOptions(typed), ...flags, ...texts, command, ports }));
    });
}

function addDoctor(program: Command, end: (exitCode: number) => void): void {
  addOptions(program.command('doctor'), ['project'])
    .description('look at the engine, the project and the logins, and say what is wrong and how to fix it')
    .addHelpText(
      'after',
      `
Changes nothing, and asks the network nothing. Exit code 1 where something is wrong, else 0.

Examples:
  $ dev-in-docker doctor`,
    )
    .action(async (typed: Record<string, unknown>) => {
      const { doctor } = await import('./doctor.ts');
      end(await doctor(readOptions(typed)));
    });
}
