import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import type { EngineAddress } from '../engine.ts';
import { isInGroup } from '../judge.ts';
import type { EngineTrouble } from '../trouble.ts';

/** Why an engine does not answer, from what the client said and what its socket does. Never rejects. */
export async function explainSilence(said: string, address?: EngineAddress): Promise<EngineTrouble> {
  const { socket, contextName: context, origin } = address ?? { contextName: '', origin: 'default' };
  // DOCKER_HOST names no context, however wrong it is.
  const hasContext = context !== '' && origin !== 'DOCKER_HOST';
  if (hasContext && /context not found|unable to resolve docker endpoint/.test(said)) {
    return { kind: 'unknown-context', context, origin, said };
  }
  const code = socket === undefined ? undefined : await refusalOf(socket);
  if (socket === undefined || code === undefined) return { kind: 'silent', origin, said };
  if (code === 'EACCES') return { kind: 'denied', socket, isMember: await isMemberOf(socket), said };
  return { kind: 'not-running', socket, origin, said };
}

/** The system's word for why nothing answers at a socket; undefined where something does. */
function refusalOf(path: string): Promise<string | undefined> {
  return new Promise(resolve => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
  });
}

/** Whether the system's list of groups has this user in that of the socket: only a new login will know. */
async function isMemberOf(socket: string): Promise<boolean> {
  try {
    const { gid } = await stat(socket);
    return isInGroup(await readFile('/etc/group', 'utf8'), gid, userInfo().username);
  } catch {
    return false;
  }
}
