import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from '../lab/lab.ts';
import { tiny } from './project.ts';

const bases = new WeakMap<Lab, Promise<string>>();

/**
 * The name of an image in the lab's registry that has pytest and a WORKDIR, and nothing of a project. What is published
 * is built without a cache: on this image such a job installs nothing. Built at the first call, in some seconds.
 */
export function pytestBase(lab: Lab): Promise<string> {
  const base = bases.get(lab) ?? build(lab);
  bases.set(lab, base);
  return base;
}

/** What no test of these projects looks at: each file costs time whenever an image is unpacked, packed or pushed. */
const NEEDLESS = '/usr/share /var/lib/dpkg /usr/lib/*/perl* /usr/lib/python3/dist-packages/setuptools';

async function build({ engine, registry }: Lab): Promise<string> {
  const name = `${registry.host}/octo-lab/pytest:base`;
  const context = await mkdtemp(join(tmpdir(), 'dev-in-docker-base-'));
  const [devStage = ''] = (tiny().Dockerfile ?? '').split('\n\n');
  const flat =
    'FROM scratch\nCOPY --from=dev / /\nENV PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8\nWORKDIR /usr/src/app';
  await writeFile(join(context, 'Dockerfile'), `${devStage}\nRUN rm -rf ${NEEDLESS}\n${flat}\n`);
  await writeFile(join(context, 'requirements.txt'), tiny()['requirements.txt'] ?? '');
  await engine.docker(['buildx', 'build', '--provenance=false', '--tag', name, context]);
  await engine.docker(['push', '--quiet', name]);
  await rm(context, { recursive: true });
  return name;
}
