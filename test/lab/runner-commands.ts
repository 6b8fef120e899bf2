// What the runner does with each line that a step prints: obeys it if it is a command, or else shows it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, readCommand } from './commands.ts';
import type { Annotation, StepRecord } from './runner-step.ts';

type Obey = (command: Command) => void;

const changelog = 'https://github.blog/changelog';

/** Reads the output of one step, main or post: a stop-commands never outlives its step. */
export class CommandReader {
  readonly #step: StepRecord;
  readonly #workspace: string;
  readonly #registered: Set<string>;
  #stopToken = '';
  #echo = false;

  constructor(step: StepRecord, workspace: string) {
    this.#step = step;
    this.#workspace = workspace;
    this.#registered = new Set(['stop-commands', ...Object.keys(this.#commands)]);
  }

  /** Takes one raw line of standard output or standard error. */
  read(line: string): void {
    const command = readCommand(line, this.#registered);
    if (!command) this.#step.write(line);
    else if (this.#stopToken) this.#resume(command, line);
    else if (command.name === 'stop-commands') this.#stop(command, line);
    else this.#obey(command, line);
  }

  #obey(command: Command, line: string): void {
    const silent = ['add-mask', 'debug', 'error', 'warning', 'notice'].includes(command.name);
    if (this.#echo && !silent) this.#step.write(line);
    try {
      this.#commands[command.name]?.(command);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#step.fail(`Unable to process command '${silent ? command.name : line}' successfully.`, reason);
    }
  }

  #stop({ data: token }: Command, line: string): void {
    const isTaken = this.#registered.has(token.toLowerCase()) || token.toLowerCase() === 'pause-logging';
    if (token === '' || isTaken) {
      // The runner does not catch this: it ends the step's output, and with it the step.
      throw new Error(
        "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.",
      );
    }
    this.#stopToken = token.toLowerCase();
    this.#registered.add(this.#stopToken);
    if (token.length > 6) this.#step.hideToken(token);
    this.#step.write(line);
  }

  #resume(command: Command, line: string): void {
    this.#step.write(line);
    if (command.name !== this.#stopToken) return;
    this.#registered.delete(this.#stopToken);
    this.#stopToken = '';
  }

  readonly #commands: Record<string, Obey> = {
    error: command => this.#annotate('error', command),
    warning: command => this.#annotate('warning', command),
    notice: command => this.#annotate('notice', command),
    debug: () => {},
    group: ({ data }) => this.#step.write(`##[group]${data}`),
    endgroup: () => this.#step.write('##[endgroup]'),
    echo: ({ data }) => this.#setEcho(data),
    'add-mask': ({ data }) => this.#mask(data),
    'set-output': command => this.#setDeprecated(command, this.#step.outputs),
    'save-state': command => this.#setDeprecated(command, this.#step.state),
    'set-env': command => this.#refuse(command),
    'add-path': command => this.#refuse(command),
    'add-matcher': ({ data }) => this.#addMatcher(data),
    'remove-matcher': command => this.#removeMatcher(command),
  };

  #annotate(level: Annotation['level'], { properties, data }: Command): void {
    this.#step.annotate({ level, message: data, ...place(properties, this.#workspace) });
  }

  #warn(message: string): void {
    this.#step.annotate({ level: 'warning', message });
  }

  #setEcho(data: string): void {
    const value = data.trim().toLowerCase();
    if (value !== 'on' && value !== 'off') {
      throw new Error(`Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`);
    }
    this.#echo = value === 'on';
  }

  #mask(value: string): void {
    if (value.trim() === '') {
      this.#warn("Can't add secret mask for empty string in ##[add-mask] command.");
      return;
    }
    if (this.#echo) this.#step.write('::add-mask::***');
    this.#step.hide(value);
    for (const line of value.split(/[\r\n]/)) if (line.trim() !== '' && line !== value) this.#step.hide(line.trim());
  }

  #setDeprecated({ name, properties, data }: Command, target: Map<string, string>): void {
    this.#warn(
      `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: ${changelog}/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`,
    );
    const key = properties.get('name');
    if (!key) throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
    target.set(key, data);
  }

  #refuse({ name }: Command): void {
    throw new Error(
      `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. For more information see: ${changelog}/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`,
    );
  }

  // Matchers are read, so that a bad one fails the step as it does on GitHub, but they are not run over the log.
  #addMatcher(file: string): void {
    if (file === '') this.#warn('File path must be specified.');
    else JSON.parse(readFileSync(resolve(this.#workspace, file), 'utf8'));
  }

  #removeMatcher({ properties, data }: Command): void {
    const owner = properties.get('owner') ?? '';
    if ((owner === '') !== (data === '')) return;
    this.#warn(
      owner === ''
        ? 'Either an owner name or a file path must be specified in ##[remove-matcher] command.'
        : 'Either specify an owner name or a file path in ##[remove-matcher] command. Both values cannot be set.',
    );
  }
}

type Place = Omit<Annotation, 'level' | 'message'>;

function place(properties: Map<string, string>, workspace: string): Place {
  const result: Place = numbers(properties);
  const title = properties.get('title');
  if (title) result.title = title;
  const file = properties.get('file');
  if (file) result.file = file.startsWith(`${workspace}/`) ? file.slice(workspace.length + 1) : file;
  return result;
}

// The runner repairs or drops lines and columns that make no sense together.
function numbers(properties: Map<string, string>): Place {
  let line = wholeNumber(properties.get('line'));
  let endLine = wholeNumber(properties.get('endline'));
  let column = wholeNumber(properties.get('col'));
  let endColumn = wholeNumber(properties.get('endcolumn'));
  line ??= endLine;
  column ??= endColumn;
  if (line === undefined || (endLine !== undefined && endLine !== line)) column = endColumn = undefined;
  if (line !== undefined && endLine !== undefined && endLine < line) line = endLine = undefined;
  if (column !== undefined && endColumn !== undefined && endColumn < column) column = endColumn = undefined;
  return {
    ...(line !== undefined && { line }),
    ...(endLine !== undefined && { endLine }),
    ...(column !== undefined && { column }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}
