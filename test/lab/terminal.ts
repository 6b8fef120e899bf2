// A terminal as a person has it: a program in a real pty, and what can be seen of it.
import * as nodePty from '@lydell/node-pty';
// biome-ignore lint/correctness/noUnresolvedImports: its types name no default, which is all that Node finds.
import xterm from '@xterm/headless';

/** Keys that no letter stands for. */
const keys = { enter: '\r', 'ctrl-c': '\x03', 'ctrl-d': '\x04', 'ctrl-p': '\x10', 'ctrl-\\': '\x1c' };

export type TerminalOptions = {
  folder: string;
  environment: Record<string, string>;
  columns?: number;
  rows?: number;
};

export type Terminal = {
  /** Process id of the program. */
  readonly pid: number;
  /** All that is to be seen, what has scrolled away too; a line that was wrapped is one. */
  screen(): string;
  /** What was written, with all escape sequences. */
  output(): string;
  type(text: string): void;
  key(name: keyof typeof keys): void;
  resize(columns: number, rows: number): void;
  /** Resolves when the screen has it; rejects with the screen where it has not after so many seconds, or at the end. */
  waitFor(sought: string | RegExp, seconds?: number): Promise<void>;
  /** Hangs up, as closing the window does. */
  close(): void;
  /** Sends a signal to the program alone; a key reaches all that runs in the terminal. */
  signal(name: NodeJS.Signals): void;
  /** Resolves when the program has ended, with its exit code: 128 and the number of a signal that ended it. */
  readonly ended: Promise<number>;
};

/** Starts a program in a terminal of its own. */
export function startTerminal([program = '', ...args]: readonly string[], options: TerminalOptions): Terminal {
  const { columns = 100, rows = 30 } = options;
  const shown = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
  const pty = nodePty.spawn(program, args, {
    ...{ name: 'xterm-256color', cols: columns, rows, cwd: options.folder, env: options.environment },
  });
  // Programs may ask the terminal what it is.
  shown.onData(answer => pty.write(answer));
  let output = '';
  pty.onData(text => {
    output += text;
    shown.write(text);
  });
  const screen = () => textOf(shown);
  const ended = untilEnded(pty, shown);
  return {
    pid: pty.pid,
    ended,
    screen,
    output: () => output,
    type: text => pty.write(text),
    key: name => pty.write(keys[name]),
    resize(columns, rows) {
      pty.resize(columns, rows);
      shown.resize(columns, rows);
    },
    waitFor: (sought, seconds = 60) => untilSeen(sought, seconds, { shown, screen, ended }),
    // It has no other name for it. (Its type has none at all.)
    close: () => (pty as nodePty.IPty & { destroy(): void }).destroy(),
    signal: name => void process.kill(pty.pid, name),
  };
}

function untilEnded(pty: nodePty.IPty, shown: xterm.Terminal): Promise<number> {
  return new Promise(resolve => {
    pty.onExit(({ exitCode, signal }) => {
      // What was written last is on the screen by then.
      shown.write('', () => resolve(signal ? 128 + signal : exitCode));
    });
  });
}

type Seen = { shown: xterm.Terminal; screen: () => string; ended: Promise<number> };

function untilSeen(sought: string | RegExp, seconds: number, { shown, screen, ended }: Seen): Promise<void> {
  const isThere = () => (typeof sought === 'string' ? screen().includes(sought) : sought.test(screen()));
  if (isThere()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (trouble?: string) => {
      clearTimeout(timer);
      listening.dispose();
      if (trouble === undefined) resolve();
      else reject(new Error(`${sought} is not on the screen ${trouble}:\n${screen()}`));
    };
    const timer = setTimeout(() => settle(`after ${seconds} s`), seconds * 1000);
    const listening = shown.onWriteParsed(() => isThere() && settle());
    void ended.then(code => settle(isThere() ? undefined : `of a program that ended with ${code}`));
  });
}

function textOf({ buffer: { active } }: xterm.Terminal): string {
  const lines: string[] = [];
  for (let at = 0; at < active.length; at++) {
    const line = active.getLine(at);
    const isContinued = active.getLine(at + 1)?.isWrapped === true;
    const text = line?.translateToString(!isContinued) ?? '';
    if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`);
    else lines.push(text);
  }
  return lines.join('\n').trim();
}
