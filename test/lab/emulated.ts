// An image for Arm that is one: built and tested in an emulator, joined with one for this machine, and run. Takes ten minutes
// and root, and tells the kernel of the emulator meanwhile, so it is no part of the tests: node test/lab/emulated.ts [containerd]
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { tiny } from '../e2e/project.ts';
import { pytestBase } from '../e2e/pytest-base.ts';
import { checkOut } from './checkout.ts';
import { tagEvent } from './events.ts';
import { progress } from './folder.ts';
import { type Lab, startLab } from './lab.ts';
import { mirrorAddress, providePackages } from './packages.ts';
import { run } from './process.ts';
import type { JobResult } from './runner.ts';

const ENTRY = 'dev-in-docker-lab-arm64';
/** How programs for 64-bit Arm begin, and which bits of that count. */
const MAGIC = String.raw`\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00`;
const MASK = String.raw`\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff`;

/** Has the kernel start programs for Arm by Debian's emulator; returns what takes that back. Rejects without root. */
async function emulateArm(work: string): Promise<() => Promise<void>> {
  await run(['apt-get', 'download', '--quiet', 'qemu-user-static'], { folder: work });
  await run(['sh', '-c', 'dpkg -x qemu-user-static_*.deb qemu'], { folder: work });
  const emulator = join(work, 'qemu/usr/bin/qemu-aarch64-static');
  const control = join(work, 'binfmt_misc');
  await mkdir(control);
  await run(['mount', '-t', 'binfmt_misc', 'none', control]);
  const stop = async () => {
    await writeFile(join(control, ENTRY), '-1').catch(() => undefined);
    await run(['umount', control]);
  };
  try {
    // With F, the kernel keeps the emulator open, so that it is there in any container.
    await writeFile(join(control, 'register'), `:${ENTRY}:M::${MAGIC}:${MASK}:${emulator}:F`);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Pushes a Debian for Arm that has pytest, and returns its name; takes some minutes. */
async function pushArmBase({ engine, registry }: Lab, work: string): Promise<string> {
  const name = `${registry.host}/octo-lab/pytest:arm64`;
  const { folders, environment } = await providePackages();
  const root = join(work, 'root');
  const command = ['debootstrap', '--arch=arm64', '--variant=minbase', '--include=python3-pytest', 'bookworm', root];
  await run([...command, await mirrorAddress()], {
    environment: { ...environment, PATH: [...folders, process.env.PATH ?? ''].join(delimiter), LC_ALL: 'C' },
  });
  await run(['tar', '--create', '--directory', root, '--exclude=./var/cache', '--file', join(work, 'root.tar'), '.']);
  const settings = ['ENV PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'WORKDIR /usr/src/app'].flatMap(one => ['--change', one]);
  await engine.docker(['import', '--platform', 'linux/arm64', ...settings, join(work, 'root.tar'), name]);
  await engine.docker(['push', '--quiet', name]);
  return name;
}

async function publishBoth(lab: Lab, bases: string[]): Promise<void> {
  const { engine, registry } = lab;
  const base = `${registry.host}/octo-lab/pytest:both`;
  const image = `${registry.host}/octo-lab/both`;
  await engine.docker(['buildx', 'imagetools', 'create', '--tag', base, ...bases]);
  const checkout = await checkOut(
    tiny({
      Dockerfile: `FROM ${base} AS dev\nFROM dev AS share\nCOPY . .\n`,
      'test_machine.py':
        'import platform\n\ndef test_machine(capsys):\n    with capsys.disabled():\n        print("\\nrun on", platform.machine())\n',
    }),
  );
  try {
    const job = { workspace: checkout.workspace, event: tagEvent(checkout.sha, 'v1.2.3') };
    const legs = [undefined, { DOCKER_DEFAULT_PLATFORM: 'linux/arm64' }].map((environment, at) => ({
      matrix: { runner: at },
      ...(environment ? { environment } : {}),
    }));
    const matrix = await lab.runMatrix({ ...job, inputs: { image, push: 'platform' } }, legs);
    const needs = JSON.stringify(matrix.needs);
    const publish = { folder: 'publish', run: { job: 'publish' }, inputs: { image, needs }, keepEngine: true };
    const last = await lab.run({ ...job, ...publish });
    for (const result of [...matrix.legs, last]) await show(result);
  } finally {
    await checkout.release();
  }
  // An insecure registry is one without TLS.
  progress(await engine.docker(['manifest', 'inspect', '--insecure', `${image}:1.2.3`]));
  for (const platform of ['linux/amd64', 'linux/arm64']) {
    await engine.empty();
    const machine = await engine.docker(['run', '--rm', '--platform', platform, `${image}:1.2.3`, 'uname', '-m']);
    progress(`docker run --platform ${platform}: ${machine.trim()}`);
  }
}

async function show({ log, conclusion, duration, release }: JobResult): Promise<void> {
  const machines = [...log.matchAll(/run on (\w+)/g)].map(([, machine]) => machine);
  progress(`${conclusion} after ${duration.toFixed(1)} s, tested on ${machines.join(' and ') || 'nothing'}`);
  progress(log.split('\n').slice(-4).join('\n'));
  await release();
}

async function main(): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'dev-in-docker-emulated-'));
  const stops = [() => rm(work, { recursive: true, force: true })];
  try {
    const lab = await startLab(process.argv[2] === 'containerd' ? 'containerd' : 'classic', 'emulated');
    stops.push(lab.stop);
    stops.push(await emulateArm(work));
    const start = performance.now();
    const bases = [await pytestBase(lab), await pushArmBase(lab, work)];
    progress(`the base images took ${((performance.now() - start) / 1000).toFixed(0)} s`);
    await publishBoth(lab, bases);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

await main();
