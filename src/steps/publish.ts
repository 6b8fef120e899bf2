import { mkdir, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { loginArguments, lookUpArguments } from '../core/arguments.ts';
import type { SharePlan } from '../core/plan.ts';
import type { Image } from './build.ts';
import { type Answer, docker } from './exec.ts';
import { timed } from './log.ts';

/** What became of the publishing. */
export type PublishFacts = {
  outcome: 'published' | 'already-there' | 'taken' | 'login-failed' | 'no-credentials' | 'denied' | 'failed';
  /** Digest in the registry, such as `sha256:…`. */
  digest?: string;
  /** What docker said. */
  detail: string;
  /** Commit that the version was published from, where another has it already. */
  otherRevision?: string;
  seconds: number;
};

/** Pushes the share image as it was built before the tests ran. Refusals are values. */
export async function publish(plan: SharePlan, image: Image, temp: string): Promise<PublishFacts> {
  const [facts, seconds] = await timed(() => withCredentials(plan, temp, ask => push(plan, image, ask)));
  return { ...facts, seconds };
}

type Facts = Omit<PublishFacts, 'seconds'>;
type Ask = (args: string[]) => Promise<Answer>;

async function push(plan: SharePlan, image: Image, ask: Ask): Promise<Facts> {
  const [reference = '', ...others] = plan.build.tags;
  if (plan.version.isRelease) {
    const there = published(await ask(lookUpArguments(reference)));
    if (there?.revision === plan.revision) return { outcome: 'already-there', digest: there.digest, detail: '' };
    if (there) return { outcome: 'taken', detail: '', otherRevision: there.revision };
  }
  for (const tag of [reference, ...others]) {
    // The tag is put on again: it must name the image that was built, whatever happened to the engine since.
    await ask(['image', 'tag', image.id, tag]);
    const answer = await ask(['push', '--quiet', tag]);
    if (answer.exitCode !== 0) return { outcome: refusal(answer.stderr), detail: lastLine(answer) };
    console.log(`Pushed ${tag}`);
  }
  const there = published(await ask(lookUpArguments(reference)));
  return { outcome: 'published', detail: '', ...(there ? { digest: there.digest } : {}) };
}

/** Logs in, if there is a password, into a folder that only this push knows and that is gone after it. */
async function withCredentials(plan: SharePlan, temp: string, action: (ask: Ask) => Promise<Facts>): Promise<Facts> {
  if (plan.password === '') return action(args => docker(args));
  const folder = join(temp, 'docker');
  await mkdir(folder, { mode: 0o700 });
  try {
    const environment = { DOCKER_CONFIG: folder, ...(await engineAddress()) };
    await symlink(
      join(process.env.DOCKER_CONFIG ?? join(homedir(), '.docker'), 'cli-plugins'),
      join(folder, 'cli-plugins'),
    );
    const login = await docker(loginArguments(plan.registry, plan.username), { environment, input: plan.password });
    if (login.exitCode !== 0) return { outcome: 'login-failed', detail: lastLine(login) };
    return await action(args => docker(args, { environment }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the engine is, for a configuration folder that knows no contexts. */
async function engineAddress(): Promise<Record<string, string>> {
  const answer = await docker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  return answer.exitCode === 0 ? { DOCKER_HOST: answer.stdout.trim() } : {};
}

function published(answer: Answer): { digest: string; revision: string } | undefined {
  if (answer.exitCode !== 0) return undefined;
  const { manifest, image } = JSON.parse(answer.stdout);
  const labels = image?.config?.Labels ?? {};
  return { digest: manifest?.digest ?? '', revision: labels['org.opencontainers.image.revision'] ?? 'unknown' };
}

function refusal(text: string): PublishFacts['outcome'] {
  if (/no basic auth credentials|authentication required/i.test(text)) return 'no-credentials';
  return /denied|unauthorized|forbidden|403|401/i.test(text) ? 'denied' : 'failed';
}

function lastLine({ stderr, stdout }: Answer): string {
  return (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';
}
