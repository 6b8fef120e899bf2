import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { ownName, type Run } from '../run.ts';
import { leave } from './leave.ts';
import { type Page, showPage } from './page.ts';

/** Begins a run of a job: with a folder of its own, and ears for its cancellation. */
export async function beginRun({ id, temp: parent, workspace }: Context): Promise<Run> {
  const temp = join(parent || tmpdir(), ownName(id));
  await mkdir(temp, { mode: 0o700 });
  const cancellation = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort());
  return { id, temp, workspace, signal: cancellation.signal, reader: 'runner' };
}

/** Ends a run of a job that leaves nothing to others: shows its page, removes its folder, and leaves with its verdict. */
export async function endRun({ temp }: Run, page: Page & { conclusion: 'success' | 'failure' }): Promise<void> {
  await showPage(page);
  await rm(temp, { recursive: true, force: true }).catch(() => undefined);
  leaveWith(page.conclusion);
}

/** Leaves with a verdict. Sockets, and what goes on, would keep the process; what was written must be out first. */
export function leaveWith(conclusion: 'success' | 'failure'): void {
  process.stdout.write('', () => leave(conclusion === 'success' ? 0 : 1));
}
