import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastWords } from '../../engine/trouble.ts';
import type { Run } from '../../host/run.ts';
import { clientFolder } from '../../host/steps/environment.ts';
import { docker, followDocker } from '../../host/steps/exec.ts';
import { withBuildLog } from '../../host/steps/log.ts';
import { readLayerSizes } from '../layers.ts';
import type { RegistryPlan } from '../plan.ts';
import {
  loginArguments,
  loginRefusal,
  logoutArguments,
  lookUpArguments,
  lookUpFailure,
  manifestArguments,
  ownCredentials,
  type PublishedImage,
  pushedDigest,
  type Refusal,
  readPublished,
  refusalOf,
  tagArguments,
} from '../registry.ts';

/** Why a registry did not do as it was told, in docker's own words. */
export class RegistryError extends Error {
  readonly refusal: Refusal | 'login-failed';

  constructor(refusal: Refusal | 'login-failed', said: string) {
    super(said);
    this.refusal = refusal;
  }
}

/** A registry as one run talks to it. All of it fails with a RegistryError. */
export type Registry = {
  /** What is there under a reference, if anything. */
  lookUp(reference: string): Promise<PublishedImage | undefined>;
  /** Bytes of each layer of an image as they are downloaded, the base image's first; empty where they aren't known. */
  layerSizes(reference: string): Promise<number[]>;
  /** Pushes an image under a reference; returns its digest. */
  push(image: string, reference: string): Promise<string>;
  /** Gives an image that is there another reference; several get it together, each for its platform. */
  tag(reference: string, published: string[]): Promise<void>;
};

/**
 * Logs in, if there is a password, into a folder that only this action knows and that is gone after it; without one, the
 * credentials that the job already has are used. Fails with a RegistryError where the registry takes no login.
 */
export async function withRegistry<Result>(
  { host, username, password }: RegistryPlan,
  run: Run,
  action: (registry: Registry) => Promise<Result>,
): Promise<Result> {
  if (password === '') return action(registryBy({}, run));
  const folder = join(run.temp, 'docker');
  await mkdir(folder, { mode: 0o700 });
  const environment = { DOCKER_CONFIG: folder, ...(await engineAddress()) };
  try {
    await writeFile(join(folder, 'config.json'), ownCredentials(host), { mode: 0o600 });
    await symlink(join(clientFolder(), 'cli-plugins'), join(folder, 'cli-plugins'));
    const login = await docker(loginArguments(host, username), { environment, input: password });
    if (login.exitCode !== 0) {
      const said = lastWords(login.stderr);
      throw new RegistryError(loginRefusal(said), said);
    }
    return await action(registryBy(environment, run));
  } finally {
    await docker(logoutArguments(host), { environment });
    await rm(folder, { recursive: true, force: true });
  }
}

function registryBy(environment: Record<string, string>, run: Run): Registry {
  return {
    async lookUp(reference) {
      const answer = await docker(lookUpArguments(reference), { environment });
      if (answer.exitCode === 0) return readPublished(answer.stdout);
      const said = lastWords(answer.stderr);
      const failure = lookUpFailure(said);
      if (failure === 'absent') return undefined;
      throw new RegistryError(failure, said);
    },
    async layerSizes(reference) {
      const answer = await docker(manifestArguments(reference), { environment });
      return (answer.exitCode === 0 && readLayerSizes(answer.stdout)) || [];
    },
    async push(image, reference) {
      // Put on at the last moment: it must name the image that was built, whatever happened to the engine since.
      await docker(['image', 'tag', image, reference]);
      let said = '';
      const exitCode = await withBuildLog(run, log => {
        const follow = (chunk: Buffer) => {
          said = (said + chunk).slice(-4000);
          log(chunk);
        };
        return followDocker(
          ['push', reference],
          { onStdout: follow, onStderr: follow, signal: run.signal },
          { environment },
        );
      });
      const digest = pushedDigest(said);
      if (exitCode === 0 && digest !== undefined) return digest;
      const last = lastWords(said);
      throw new RegistryError(refusalOf(last), last);
    },
    async tag(reference, published) {
      const answer = await docker(tagArguments(reference, published), { environment });
      const said = lastWords(answer.stderr);
      if (answer.exitCode !== 0) throw new RegistryError(refusalOf(said), said);
    },
  };
}

/** Where the engine is, for a configuration folder that knows no contexts. */
async function engineAddress(): Promise<Record<string, string>> {
  const answer = await docker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  return answer.exitCode === 0 ? { DOCKER_HOST: answer.stdout.trim() } : {};
}
