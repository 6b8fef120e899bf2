import { type Client, connect, type Engine, listIds } from './client.ts';
import { lock, progress } from './folder.ts';
import { isDebian } from './packages.ts';
import { findProgram, run } from './process.ts';
import { findPrograms, pluginFolders } from './programs.ts';

/** What the lab leaves on an engine that isn't its own carries this label, and only that is removed again. */
export const labLabel = 'dev-in-docker.lab';
/** Its value on what jobs make: a test's Dockerfile says `LABEL dev-in-docker.lab=job`. */
const ofJobs = ['--filter', `label=${labLabel}=job`];

/** The engine this machine's docker client reaches, as it is; rejects where none answers. `reason` is printed. */
export async function useEngineThatAnswers(reason: string): Promise<Engine> {
  const client = await connectToOwn();
  const status = await client.docker(['info', '--format', '{{json .DriverStatus}}']);
  const unlock = await lock('engine-that-answers');
  progress(`using the Docker Engine that answers, not a private one: ${reason}`);
  return {
    store: status.includes('io.containerd.snapshotter') ? 'containerd' : 'classic',
    isPrivate: false,
    ...client,
    empty: () => removeLabelled(client.docker),
    clean: () => removeLabelled(client.docker),
    cutOff: () => Promise.reject(new Error('Only a private engine can be cut off from the network')),
    stop: async () => {
      await removeLabelled(client.docker);
      await unlock();
    },
  };
}

/** Reaches the engine that this machine's docker client reaches; what it lacks of a client comes from Debian. */
export async function connectToOwn(): Promise<Client> {
  const docker = await findProgram('docker');
  const home = process.env.HOME ?? '';
  const buildx = await findProgram('docker-buildx', [`${home}/.docker/cli-plugins`, ...pluginFolders]);
  if (!docker && !process.env.DOCKER_HOST)
    throw new Error('No Docker: install Docker Engine, or run as root on Debian');
  // The user's own context says where the engine is; Docker Desktop's is not at the default place.
  const context = [docker ?? '', 'context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
  const host = process.env.DOCKER_HOST || (await run(context));
  if (docker && buildx) return connect({ docker, buildx }, host);
  if (await isDebian()) return connect(await findPrograms(), host);
  throw new Error('Docker has no buildx: install its buildx plugin');
}

async function removeLabelled(docker: Engine['docker']): Promise<void> {
  const containers = await listIds(docker, ['ps', '--all', ...ofJobs]);
  if (containers.length > 0) await docker(['rm', '--force', '--volumes', ...containers]);
  await docker(['image', 'prune', '--all', '--force', ...ofJobs]);
  await docker(['volume', 'prune', '--all', '--force', ...ofJobs]);
  await docker(['network', 'prune', '--force', ...ofJobs]);
}
