// By the engine's API: the client's commands take longer to start than the engine takes to do what they ask for.
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** Removes all that an engine has, whoever made it; rejects with what the engine says where it does not do so. */
export async function emptyEngine(socketPath: string): Promise<void> {
  const ask = (method: string, path: string) => askEngine(socketPath, method, path);
  for (const id of idsIn(await ask('GET', '/containers/json?all=1')))
    await ask('DELETE', `/containers/${id}?force=1&v=1`);
  // By force, and again by prune: an image with several names or with children goes only once those have gone.
  for (const id of idsIn(await ask('GET', '/images/json?all=1')))
    await ask('DELETE', `/images/${id}?force=1`).catch(() => undefined);
  await ask('POST', `/images/prune?${filters({ dangling: ['false'] })}`);
  await Promise.all([
    ask('POST', '/build/prune?all=1'),
    ask('POST', `/volumes/prune?${filters({ all: ['true'] })}`),
    ask('POST', '/networks/prune'),
  ]);
}

function idsIn(list: string): string[] {
  return [...new Set((JSON.parse(list) as { Id: string }[]).map(({ Id }) => Id))];
}

function filters(wanted: Record<string, string[]>): string {
  return `filters=${encodeURIComponent(JSON.stringify(wanted))}`;
}

function askEngine(socketPath: string, method: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, method, path }, answer => {
      const isGood = (answer.statusCode ?? 0) < 300;
      text(answer).then(said => (isGood ? resolve(said) : reject(new Error(`${method} ${path}: ${said}`))), reject);
    });
    call.on('error', reject).end();
  });
}
