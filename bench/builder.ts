// The builder that docker/setup-buildx-action starts: BuildKit in a container. Where Docker Hub does not answer, its
// image is made here, from BuildKit's own sources.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hubAnswers, provideStandIn } from '../test/lab/base-image.ts';
import { labFolder, lock, progress, publicFolder } from '../test/lab/folder.ts';
import { isDebian, providePackages } from '../test/lab/packages.ts';
import { exists, findProgram, run } from '../test/lab/process.ts';
import { pushImage } from '../test/lab/push.ts';
import { startRegistry } from '../test/lab/registry.ts';

const BUILDKIT = 'v0.34.2';
/** The image that buildx takes unless told otherwise. */
const TAG = 'moby/buildkit:buildx-stable-1';

export type BuilderImage = {
  /** The configuration for buildkitd: where to pull base images from. */
  config: string;
  stop(): Promise<void>;
};

/**
 * Sees to it that the engine can pull the builder's image (some minutes the first time where Docker Hub does not
 * answer, and kept). Fails where Go is missing then.
 */
export async function provideBuilder(): Promise<BuilderImage> {
  const config = join(await publicFolder(), 'buildkitd.toml');
  if (await hubAnswers()) {
    await writeFile(config, '');
    return { config, stop: async () => {} };
  }
  // On the contents of the registry that is the engine's mirror of Docker Hub.
  const registry = await startRegistry();
  await pushImage(registry, TAG, await builderImage());
  const mirror = `[registry."docker.io"]\n  mirrors = ["${registry.host}"]\n`;
  await writeFile(config, `${mirror}[registry."${registry.host}"]\n  http = true\n`);
  return { config, stop: registry.stop };
}

async function builderImage(): Promise<{ config: string; layers: string[] }> {
  const base = await provideStandIn();
  const folder = join(labFolder, 'builder', BUILDKIT);
  const unlock = await lock('builder');
  try {
    if (!(await exists(folder))) await compile(folder);
  } finally {
    await unlock();
  }
  const { rootfs, history, config, ...rest } = JSON.parse(base.config);
  const digest = await digestOf(join(folder, 'layer.tar'));
  const image = {
    ...rest,
    config: { Env: config.Env, Entrypoint: ['buildkitd'], Volumes: { '/var/lib/buildkit': {} } },
    rootfs: { ...rootfs, diff_ids: [rootfs.diff_ids[0], digest] },
    history: [history[0], { ...history[1], created_by: 'buildkit' }],
  };
  return { config: JSON.stringify(image), layers: [base.layers[0] ?? '', join(folder, 'layer.tar.gz')] };
}

async function compile(folder: string): Promise<void> {
  const go = await findProgram('go', ['/usr/local/go/bin']);
  if (!go) throw new Error('Docker Hub does not answer, and the builder can only be made with Go: install Go 1.25.');
  progress(`Docker Hub does not answer: building BuildKit ${BUILDKIT} from its sources (some minutes)`);
  const work = `${folder}.new`;
  await rm(work, { recursive: true, force: true });
  const programs = join(work, 'root/usr/bin');
  await mkdir(programs, { recursive: true });
  await writeFile(join(work, 'go.mod'), 'module builder\n\ngo 1.25\n');
  const environment = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod -buildvcs=false' };
  for (const name of ['buildkitd', 'buildctl']) {
    const module = `github.com/moby/buildkit/cmd/${name}`;
    await run([go, 'get', '-tool', `${module}@${BUILDKIT}`], { folder: work, environment });
    const flags = ['-trimpath', '-ldflags', '-s -w', '-o', join(programs, name)];
    await run([go, 'build', ...flags, module], { folder: work, environment });
  }
  for (const name of ['runc', 'pigz']) await copyFile(await programOf(name), join(programs, name));
  await symlink('pigz', join(programs, 'unpigz'));
  await pack(work);
  await rm(folder, { recursive: true, force: true });
  await rename(work, folder);
}

async function programOf(name: string): Promise<string> {
  const program = await findProgram(name, (await isDebian()) ? (await providePackages()).folders : []);
  if (!program) throw new Error(`The builder needs ${name}: install it.`);
  return program;
}

async function pack(work: string): Promise<void> {
  const layer = join(work, 'layer.tar');
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name', '--mtime=2020-01-01T00:00:00Z'];
  await run(['tar', '--create', '--file', layer, ...owner, '--directory', join(work, 'root'), 'usr/bin']);
  await run(['gzip', '--keep', '--no-name', layer]);
  for (const name of ['root', 'go.mod', 'go.sum']) await rm(join(work, name), { recursive: true, force: true });
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `sha256:${hash.digest('hex')}`;
}
