import type { BuildStep } from '../buildkit/progress.ts';
import { quoted } from '../inputs/values.ts';

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
