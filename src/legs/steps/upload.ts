import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../host/context.ts';
import type { Run } from '../../host/run.ts';
import { cacheService } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { messageOf } from '../../text/errors.ts';
import { artifactName } from '../artifact.ts';
import { formatLeft, type Left } from '../format-leg.ts';
import { runArtifactClient } from './process.ts';

const MILLISECONDS = 30_000;
/** A run can be repeated for so long. */
const DAYS = 30;

/** Uploads what a leg leaves, within half a minute; resolves with why not, undefined where it did. Never rejects. */
export async function uploadLeg(
  left: Left,
  { temp, signal }: Pick<Run, 'temp' | 'signal'>,
  { retentionDays }: Pick<Context, 'retentionDays'>,
): Promise<string | undefined> {
  const { url, token } = cacheService();
  if (url === '' || token === '') return 'this runner offers no artifacts, or those of an older kind only';
  const folder = join(temp, 'leg');
  try {
    const texts = formatLeft(left);
    await mkdir(folder, { mode: 0o700 });
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
    const name = artifactName(left.leg, sha256);
    const request = { name, files: Object.keys(texts), retentionDays: daysOf(retentionDays) };
    const result = await runArtifactClient(
      folder,
      { action: 'upload', ...request },
      { milliseconds: MILLISECONDS, signal },
    );
    return 'trouble' in result ? result.trouble : undefined;
  } catch (error) {
    return messageOf(error);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** No more than the server grants: the client would warn. */
function daysOf(granted: number): number {
  return granted === 0 ? DAYS : Math.min(granted, DAYS);
}
