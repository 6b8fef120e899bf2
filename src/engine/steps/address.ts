import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../host/steps/hash.ts';
import type { ClientSettings, EngineAddress } from '../engine.ts';

/** Where the client looks for the engine, found as it does. Never rejects. */
export async function findSocket(client: ClientSettings): Promise<EngineAddress> {
  const { host, configFolder } = client;
  const at = (address = '') => {
    const path = /^unix:\/\/(\/.+)$/.exec(address)?.[1];
    return { ...(path === undefined ? {} : { socket: path }), host: address };
  };
  // The client has it win over any context.
  if (host !== '') return { ...at(host), contextName: 'default', origin: 'DOCKER_HOST' };
  const config = await readFile(join(configFolder, 'config.json'), 'utf8').catch(() => '{}');
  const configured = parse<{ currentContext?: string }>(config)?.currentContext;
  const contextName = client.contextName || configured || 'default';
  if (contextName === 'default') return { ...at('unix:///var/run/docker.sock'), contextName, origin: 'default' };
  // Docker Desktop and rootless Docker make contexts of their own, which the client keeps under the hash of their names.
  const meta = join(configFolder, 'contexts/meta', sha256(contextName), 'meta.json');
  const { Endpoints }: ContextMeta = parse(await readFile(meta, 'utf8').catch(() => '{}')) ?? {};
  const origin = client.contextName ? 'DOCKER_CONTEXT' : 'configuration';
  return { ...at(Endpoints?.docker?.Host), contextName, origin };
}

type ContextMeta = { Endpoints?: { docker?: { Host?: string } } };

/** A JSON text's value; undefined where it is none. */
export function parse<Value>(text: string): Value | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
