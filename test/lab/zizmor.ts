import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { provideBaseImages } from './base-image.ts';
import { startEngine } from './engine.ts';
import { labFolder, lock, progress } from './folder.ts';
import { exists, run } from './process.ts';
import { startRegistry } from './registry.ts';

const requirement = 'zizmor==1.32.0';
/** PyPI's wheels for Linux on x86-64 and on ARM: pip takes no other files. */
const hashes = [
  '84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071',
  '0cdd38fca6eb34ceb567548548d706332e3535ea66894b9168c048e03207b68c',
];

/**
 * What zizmor, asked without a network, finds in a workflow, as `line: name of the audit`. Both are paths, of a policy and
 * of the file. Rejects where the file can't be read as what its name says.
 */
export async function weaknesses(policy: string, file: string): Promise<string[]> {
  const options = ['--offline', '--no-progress', '--no-exit-codes', '--strict-collection', '--format=json'];
  const found: Finding[] = JSON.parse(await run([await provideZizmor(), ...options, '--config', policy, file]));
  return found.map(({ ident, locations }) => `${(locations[0]?.concrete.location.start_point.row ?? 0) + 1}: ${ident}`);
}

type Finding = { ident: string; locations: { concrete: { location: { start_point: { row: number } } } }[] };

let provided: Promise<string> | undefined;

/**
 * Path of zizmor's program, which is fetched from PyPI once and kept in the lab's folder. pip fetches it in the base image,
 * since a machine may have none. Rejects where PyPI can't be reached.
 */
export function provideZizmor(): Promise<string> {
  provided ??= fetchOnce();
  return provided;
}

async function fetchOnce(): Promise<string> {
  const folder = join(labFolder, 'zizmor', requirement);
  const unlock = await lock('zizmor');
  try {
    if (!(await exists(folder))) await fetchZizmor(folder);
  } finally {
    await unlock();
  }
  return join(folder, 'zizmor');
}

async function fetchZizmor(folder: string): Promise<void> {
  progress(`fetching ${requirement} from PyPI`);
  await rm(dirname(folder), { recursive: true, force: true });
  const work = `${folder}.new`;
  await mkdir(work, { recursive: true });
  const registry = await startRegistry();
  // An engine of its own: those of the tests may be busy, or be emptied meanwhile.
  const engine = await startEngine('classic', { name: 'zizmor', mirror: registry.host });
  try {
    await provideBaseImages(engine, registry, ['library/python:3.11-slim']);
    await engine.docker(['build', '--progress=plain', '--output', `type=local,dest=${work}`, '-'], {
      input: dockerfile(),
    });
    await rename(work, folder);
  } catch (error) {
    throw new Error(`${requirement} can't be fetched from PyPI: ${error instanceof Error ? error.message : error}`);
  } finally {
    await engine.stop();
    await registry.stop();
  }
}

function dockerfile(): string {
  const line = [requirement, ...hashes.map(hash => `--hash=sha256:${hash}`)].join(' ');
  return `FROM python:3.11-slim AS fetched
RUN echo '${line}' > /requirements.txt && pip install --no-cache-dir --no-deps --require-hashes -r /requirements.txt
FROM scratch
COPY --from=fetched /usr/local/bin/zizmor /
`;
}
