import type { Checkout } from '../../checkout/checkout.ts';
import { docker } from '../../host/steps/exec.ts';
import { stagesArguments } from '../arguments.ts';
import { requireNoCredentials } from './context.ts';

/**
 * Names of the Dockerfile's stages in lower case; undefined where BuildKit can't read it (the build will say why).
 * BuildKit, which takes a fifth of a second to answer, is asked only where the target is not among those that were read. Fails
 * where a program of the Dockerfile's own would answer, and could see a credential of git's.
 */
export async function listStages(
  builder: string,
  { context, dockerfile }: Pick<Checkout, 'context' | 'dockerfile'>,
  target: string,
  read: string[] = [],
): Promise<string[] | undefined> {
  if (!context || !dockerfile) return undefined;
  if (read.includes(target.toLowerCase())) return read;
  await requireNoCredentials({ context, dockerfile, buildArguments: [] });
  const answer = await docker(stagesArguments({ builder, context, dockerfile }));
  if (answer.exitCode !== 0) return undefined;
  const { targets }: { targets?: { name?: string }[] } = JSON.parse(answer.stdout);
  return targets?.flatMap(target => (target.name ? [target.name.toLowerCase()] : []));
}
