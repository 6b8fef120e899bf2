import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const module = join(import.meta.dirname, '../../../src/host/steps/leave.ts');

/** V8 has a thread at all times that needs room, of which there is little; and something is open. */
const busyThreads = ['--stress-concurrent-allocation', '--max-old-space-size=64'];
const script = `
import { leave } from ${JSON.stringify(module)};
setInterval(() => undefined, 1000);
const end = performance.now() + 150;
let garbage = [];
while (performance.now() < end) {
  if (garbage.push({ text: String(garbage.length) }) < 5000) continue;
  garbage = [];
  await new Promise(setImmediate);
}
process.stdout.write('written', () => leave(3));
`;

// Nearly each of them would stay if process.exit ended it.
test('a process ends at once, with its exit code, whatever its threads are waiting for', () => {
  for (let round = 0; round < 3; round++) {
    const argv = [...busyThreads, '--input-type=module', '--eval', script];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 10_000 });
    expect({ status, stdout, stderr }).toEqual({ status: 3, stdout: 'written', stderr: '' });
  }
});
