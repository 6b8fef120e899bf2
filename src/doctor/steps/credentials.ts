import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '../../engine/steps/address.ts';
import type { CredentialFacts } from '../facts.ts';

type ClientConfig = {
  auths?: Record<string, unknown>;
  credsStore?: string;
  credHelpers?: Record<string, string>;
  proxies?: object;
};

/** Looks at the docker client's configuration, and for the programs it names in the given folders. Never rejects. */
export async function examineCredentials(configFolder: string, programFolders: string[]): Promise<CredentialFacts> {
  const file = join(configFolder, 'config.json');
  const { text, state } = await readFile(file, 'utf8').then(
    text => ({ text, state: 'read' as const }),
    error => ({ text: '{}', state: error.code === 'ENOENT' ? ('absent' as const) : ('unreadable' as const) }),
  );
  const config = parse<ClientConfig>(text);
  const { auths, credsStore, credHelpers, proxies } = config ?? {};
  const names = [...(credsStore ? [credsStore] : []), ...Object.values(credHelpers ?? {})];
  const helpers = [...new Set(names.map(name => `docker-credential-${name}`))];
  const unwritable = await findUnwritable(join(configFolder, 'buildx'));
  const areThere = await Promise.all(helpers.map(helper => isProgram(helper, programFolders)));
  return {
    ...{ folder: configFolder, file, state: config ? state : 'no JSON', helpers, hasProxies: proxies !== undefined },
    registries: [...new Set([...Object.keys(auths ?? {}), ...Object.keys(credHelpers ?? {})])],
    missingHelpers: helpers.filter((_, index) => !areThere[index]),
    ...(unwritable === undefined ? {} : { unwritable }),
  };
}

async function isProgram(name: string, folders: string[]): Promise<boolean> {
  const found = await Promise.all(folders.map(folder => can(join(folder, name), constants.X_OK)));
  return found.includes(true);
}

/** Among the places where buildx notes what it does; `sudo docker` may have made them root's. */
async function findUnwritable(folder: string): Promise<string | undefined> {
  for (const path of [folder, join(folder, 'activity'), join(folder, 'refs')]) {
    if ((await can(path, constants.F_OK)) && !(await can(path, constants.W_OK))) return path;
  }
  return undefined;
}

function can(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
