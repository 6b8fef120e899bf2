import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import type { Engine } from '../test/lab/client.ts';

/** What the figures depend on besides the code. */
export type Machine = {
  date: string;
  processor: string;
  cores: number;
  /** Gigabytes. */
  memory: number;
  system: string;
  kernel: string;
  engine: string;
  buildx: string;
  node: string;
};

/** Describes the machine and the engine that the bench runs on. */
export async function describeMachine(engine: Engine): Promise<Machine> {
  const processors = cpus();
  const system = /^PRETTY_NAME="(.*)"$/m.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
  const [, buildx = ''] = /\bv?(\d+\.\d+\.\d+\S*)/.exec(await engine.docker(['buildx', 'version'])) ?? [];
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memory: Math.round(totalmem() / 1e9),
    system,
    kernel: release(),
    engine: await engine.docker(['version', '--format', '{{.Server.Version}}']),
    buildx,
    node: process.version,
  };
}
