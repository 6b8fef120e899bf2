import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { namedVariables } from '../../host/steps/environment.ts';
import { findWithin } from '../../host/steps/within.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { type SecretFacts, type SecretFile, secretSources } from '../secrets.ts';

/** Looks at the files and variables that the builds' secrets come from. Never rejects. */
export async function inspectSecrets(inputs: Inputs, workspace: string): Promise<SecretFacts> {
  const { files, variables } = secretSources(inputs);
  const found = await Promise.all(files.map(async name => [name, await inspectFile(workspace, name)] as const));
  const absent = found.flatMap(([name, file]) => (file ? [] : [name]));
  const meant = await Promise.all(
    absent.map(async name => [name, await inspectFile(workspace, join(inputs.context, name))] as const),
  );
  return {
    meant: new Map(meant.flatMap(([name, file]) => (file ? [[name, join(inputs.context, name)] as const] : []))),
    files: new Map(found.flatMap(([name, file]) => (file ? [[name, file] as const] : []))),
    variables: namedVariables(variables),
  };
}

/** What a path leads to; nothing where that is out of the checkout, which a link of a pull request could do. */
async function inspectFile(workspace: string, name: string): Promise<SecretFile | undefined> {
  try {
    const path = await findWithin(await realpath(workspace), name, 'isFile');
    return path === undefined ? undefined : { path, isEmpty: (await readFile(path, 'utf8')).trim() === '' };
  } catch {
    return undefined;
  }
}
