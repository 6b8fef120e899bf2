// The part of the summary that tells where the time went.

import type { BuildStep } from '../buildkit/progress.ts';
import type { Saved } from '../cache/facts.ts';
import type { MountFacts } from '../mount/facts.ts';
import { quoted } from '../text/plain.ts';
import { duration, megabytes } from '../text/quantities.ts';
import { folded, inline, table } from './html.ts';
import type { Outcome } from './outcome.ts';

/** Something that took time, with when it began, in seconds since the first. */
type TimedPhase = { name: string; start: number; seconds: number; more: string };

const BAR_CELLS = 24;

/** Phases as bars, and what the image and the cache were, folded; nothing where nothing was done. */
export function runDetails(outcome: Outcome, cacheFacts: string): string {
  const { image, tests } = outcome;
  const versions = [
    tests?.results.python === undefined ? '' : `Python ${inline(tests.results.python)}`,
    tests?.results.pytest === undefined ? '' : `pytest ${inline(tests.results.pytest)}`,
    image ? `dev image <code>${inline(image.id)}</code>` : '',
  ].filter(text => text !== '');
  const facts = versions.length > 0 ? `<p>${versions.join(' · ')}</p>\n\n` : '';
  const timed = phases(outcome);
  if (timed.length === 0 && facts === '' && cacheFacts === '') return '';
  return folded(`⏱️ Where the time went${inShort(outcome)}`, `\n\n${bars(timed)}${hint(outcome)}${facts}${cacheFacts}`);
}

/** What explains most of the time, for those who don't unfold it. */
function inShort({ mounted, dev }: Outcome): string {
  if (mounted?.isUsed) return ' · the dev image was mounted while it was downloaded';
  return dev?.image ? ` · ${stepCount(dev.steps)}` : '';
}

function phases({ mounted, restored, dev, share, tests, saved, shared }: Outcome): TimedPhase[] {
  const found: TimedPhase[] = [];
  let now = 0;
  const add = (name: string, seconds: number | undefined, more = '', start = now) => {
    if (seconds !== undefined) found.push({ name, start, seconds, more });
    return start + (seconds ?? 0);
  };
  now = add(
    'Mount the dev image',
    mounted?.key ? mounted.seconds : undefined,
    mounted?.isUsed ? fetched(mounted) : 'not used',
  );
  now = add('Restore the cache', restored?.seconds, restored?.bytes ? megabytes(restored.bytes) : '');
  now = add('Build the dev stage', dev?.seconds, dev ? stepCount(dev.steps) : '');
  now = add('Build the share stage', share?.seconds);
  const testsEnd = now + (tests?.seconds ?? 0);
  add('Run the tests', tests?.seconds);
  now = add('Save the dev image, beside the tests', saved?.run?.seconds, sizeOf(saved?.run));
  now = add('Save its first layers, beside the tests', saved?.build?.seconds, sizeOf(saved?.build));
  now = Math.max(now, testsEnd);
  now = add('Run the tests in the share image', shared?.verified?.seconds);
  now = add('Write the archive', shared?.file?.seconds);
  add('Publish', shared?.published?.seconds);
  return found;
}

/** A table with a bar for each phase, as long as it took, where it lay. */
function bars(phases: TimedPhase[]): string {
  const whole = Math.max(...phases.map(({ start, seconds }) => start + seconds), 0.001);
  const cell = (seconds: number) => Math.round((seconds / whole) * BAR_CELLS);
  return table(
    phases.map(({ name, start, seconds, more }) => {
      const before = Math.min(cell(start), BAR_CELLS - 1);
      const length = Math.max(1, Math.min(cell(start + seconds), BAR_CELLS) - before);
      const bar = `${'░'.repeat(before)}${'█'.repeat(length)}${'░'.repeat(BAR_CELLS - before - length)}`;
      return [name, `<code>${bar}</code>`, duration(seconds), more];
    }),
  );
}

function hint({ dev }: Outcome): string {
  const text = dev && installHint(dev.steps);
  return text ? `<p>💡 ${inline(text)}</p>\n\n` : '';
}

/** `5 of 6 steps cached`; the base image, which is pulled or there, is no step. */
function stepCount(steps: { name: string; isCached: boolean }[]): string {
  const own = steps.filter(step => !/^(?:\[[^\]]*\] )?FROM /.test(step.name));
  return `${own.filter(step => step.isCached).length} of ${own.length} steps cached`;
}

function sizeOf(saved: Saved | undefined): string {
  return saved?.bytes ? megabytes(saved.bytes) : '';
}

/** `31 of 214 MB while it was used; the tests waited 0.4 s for them`. */
function fetched({ figures }: MountFacts): string {
  if (!figures) return '';
  const { bytesFetched, bytes, secondsWaited } = figures;
  return `${megabytes(bytesFetched)} of ${megabytes(bytes)} downloaded while it was used; reads waited ${duration(secondsWaited)} for them`;
}

/** Below this, what uv saves is not worth a word. */
const SLOW_SECONDS = 10;

/** What uv takes of pip's time, byte code included: see bench/results.md. */
const UV_SHARE = 0.5;

/** What a quicker installer would save, where pip took long; nothing where it did not. */
export function installHint(steps: BuildStep[]): string | undefined {
  const pip = steps.find(({ name, isCached, seconds }) => !isCached && seconds >= SLOW_SECONDS && isPipInstall(name));
  if (!pip) return undefined;
  const instruction = quoted(pip.name.replace(/^\[[^\]]*\] /, ''));
  const saved = Math.round(pip.seconds * (1 - UV_SHARE));
  return `${instruction} took ${Math.round(pip.seconds)} s; uv would save about ${saved} s of that, see examples/science/Dockerfile.uv in this action's repository.`;
}

function isPipInstall(step: string): boolean {
  return /\] RUN .*\bpip3? install\b/s.test(step) && !/\buv pip\b/.test(step);
}
