// A client of a service as a process of its own: it is asked by FOLDER/request.json, and answers with FOLDER/result.json.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../text/errors.ts';
import { leave } from './leave.ts';

/** How a client ended. */
export type ClientEnd<Result> = {
  /** Undefined where it ended before it could answer. */
  result: Result | undefined;
  /** All that it printed. */
  said: string;
  /** What ended it, if a signal did. */
  signal: NodeJS.Signals | null;
};

/**
 * Runs a client, a script beside this one, in a folder to its end; `onStart` gets its process. Rejects where it can't be
 * started, and where the signal in `options` ends it.
 */
export async function askClient<Result>(
  script: string,
  folder: string,
  request: object,
  options: Omit<SpawnOptions, 'stdio'>,
  onStart: (client: ChildProcess) => Promise<void> | void = () => undefined,
): Promise<ClientEnd<Result>> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'request.json'), JSON.stringify(request));
  const log = await open(join(folder, 'log'), 'w');
  try {
    const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
    const client = spawn(process.execPath, [path, folder], { ...options, stdio: ['ignore', log.fd, log.fd] });
    const ended = new Promise<NodeJS.Signals | null>((resolve, reject) =>
      client.on('close', (_, signal) => resolve(signal)).on('error', reject),
    );
    await onStart(client);
    const signal = await ended;
    const said = await readFile(join(folder, 'log'), 'utf8');
    return { result: await readJson<Result>(join(folder, 'result.json')), said, signal };
  } finally {
    await log.close();
  }
}

/** Answers in a client's process, and ends it. An error is an answer, too. */
export async function answerAsClient<Request, Result>(work: (request: Request) => Promise<Result>): Promise<void> {
  const [, , folder = '.'] = process.argv;
  process.chdir(folder);
  const request: Request = JSON.parse(await readFile('request.json', 'utf8'));
  const result = await work(request).catch((error): { trouble: string } => ({ trouble: messageOf(error) }));
  await writeFile('result.part', JSON.stringify(result));
  await rename('result.part', 'result.json');
  leave(0);
}

/** What a file in JSON holds; undefined where there is none that is whole. */
export async function readJson<Value>(path: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
