import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folderWith } from './temporary-folder.ts';

export type Answering = (answer: ServerResponse, call: IncomingMessage) => unknown;

/** The socket of something that answers as it is told to, until the test that asked for it has finished. */
export async function engineThat(answering: Answering): Promise<string> {
  const socket = join(await folderWith({}), 'docker.sock');
  const server = createServer((call, answer) => void answering(answer, call));
  await new Promise<void>(resolve => server.listen(socket, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return socket;
}
