import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leaving } from './hostile.ts';
import type { TestLab } from './lab.ts';
import { useLaptop } from './laptop.ts';
import { tiny } from './project.ts';

const test_odd = `import os
import pytest

@pytest.mark.parametrize("name", ["it's [one]"])
def test_odd(name):
    assert len(name) == 3

def test_place():
    assert "CI" not in os.environ
    assert os.access(".", os.W_OK) and not os.access("../.git", os.W_OK)

def test_terminal(capfd):
    with capfd.disabled():
        print("columns", os.get_terminal_size().columns)
`;

const test_slow = `import time

def test_slow():
    time.sleep(600)
`;

const { 'hostile/test_leaving.py': test_leaving = '', ...places } = leaving;

/** What a person sees of `dev-in-docker test`. */
export function describeTestCommand(lab: TestLab): void {
  describe('dev-in-docker test', () => {
    const laptop = useLaptop(lab, tiny({ 'tests/test_odd.py': test_odd, 'slow/test_slow.py': test_slow, ...places }));
    const tests = () => ({ folder: `${laptop.folder}/tests` });

    test('what failed, where, and what repeats it; in the folder where one is, and in colour', async () => {
      const terminal = laptop.start(['test', 'test_odd.py'], tests());
      await terminal.waitFor(/✗ 1 failed, 2 passed in /, 240);
      expect(await terminal.ended).toBe(1);
      expect(terminal.screen()).toContain('columns 100');
      expect(terminal.screen()).toMatch(
        /\nFailed\n {2}test_odd\.py:6 {2}test_odd\[it's \[one\]\]\n {4}.*assert 10 == 3/,
      );
      expect(terminal.output()).toContain('\x1b[31m✗ 1 failed, 2 passed');
      const [, line = ''] = /Run only these again\n +dev-in-docker (test .*)/.exec(terminal.screen()) ?? [];
      expect(line).toBe(`test 'test_odd.py::test_odd[it'"'"'s [one]]'`);
      const again = await laptop.run(['test', "test_odd.py::test_odd[it's [one]]"], tests());
      expect(again.screen).toContain('✗ 1 failed in ');
      expect(again.exitCode).toBe(1);
    });

    test('through a pipe: no colours, and results on standard output', async () => {
      const { exitCode, stdout, stderr } = await laptop.pipe(['test', '-k', 'place or mean', '-p', 'no:cacheprovider']);
      expect(stdout).toMatch(/\n✓ 4 passed, 3 deselected in /);
      expect(stdout + stderr).not.toContain('\x1b');
      expect(exitCode).toBe(0);
    });

    test('quiet: the result only', async () => {
      const { exitCode, screen } = await laptop.run(['test', '--quiet', 'test_mean.py']);
      expect(screen).toMatch(/^✓ 3 passed in [^\n]+$/);
      expect(exitCode).toBe(0);
    });

    test('quiet: what went wrong, and what was asked for besides a run', async () => {
      const red = await laptop.pipe(['test', '--quiet', 'tests/test_odd.py', '-k', 'one']);
      expect(red.stdout).toMatch(/^=+ test session starts =[\s\S]*\n✗ 1 failed, 2 deselected in [^\n]+\n$/);
      expect(red.exitCode).toBe(1);
      expect(await laptop.run(['test', '--quiet', '--', '--version'])).toEqual({ exitCode: 0, screen: 'pytest 9.2.0' });
    });

    test('a pytest that the plugin can not reach is known by what it wrote to the terminal', async () => {
      const isolated = await laptop.run(['test', '--test-command', 'python3 -Im pytest', 'test_mean.py']);
      expect(isolated.screen).toMatch(/3 passed in .*\n\n✓ All tests passed; pytest ran without the/);
      expect(isolated.exitCode).toBe(0);
    });

    test('git data that tests leave is told, however little else is', async () => {
      await laptop.write({ 'wine/hostile/test_leaving.py': test_leaving });
      const { stdout, exitCode } = await laptop.pipe(['test', '--quiet', 'hostile']);
      expect(stdout).toMatch(/"docs\/\.git", "docs\/site"\. It was removed.*\n.*"data\/clone\/\.git"\. Git runs/);
      expect(exitCode).toBe(0);
      const reached: string[] = [];
      for (const name of ['docs', 'docs/site', 'data/clone']) {
        await laptop.outside(['git', 'status'], join(laptop.folder, name));
        if (existsSync(join(laptop.folder, name, 'reached'))) reached.push(name);
      }
      expect(reached).toEqual(['data/clone']);
    });

    test('a debugger has the keyboard', async () => {
      const terminal = laptop.start(['test', '--pdb', 'tests/test_odd.py']);
      await terminal.waitFor('(Pdb)');
      terminal.type('p name * 2\r');
      await terminal.waitFor(`"it's [one]it's [one]"`);
      terminal.type('q\r');
      expect(await terminal.ended).toBe(2);
      expect(terminal.screen()).toContain('\n✗ Interrupted: 1 failed in ');
    });

    test('--dry-run shows a command that can be pasted', async () => {
      const { stdout } = await laptop.pipe(['test', '--dry-run', '--env', "A=it's", 'test_mean.py']);
      const words = await laptop.outside(['sh', '-c', `printf '%s\\n' ${stdout}`]);
      expect(words).toContain("A=it's\n");
      const [, ...args] = words.split('\n').filter(Boolean);
      expect(await lab.lab().engine.docker(args)).toContain('3 passed');
    });

    test('Ctrl-C is pytest’s to answer', async () => {
      const terminal = laptop.start(['test', 'slow']);
      await terminal.waitFor('collected 1 item');
      terminal.key('ctrl-c');
      expect(await terminal.ended).toBe(2);
      expect(terminal.screen()).toContain('KeyboardInterrupt');
    });

    test.each([
      ['SIGINT', 2],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const)('%s to the command alone ends it with %i', async (signal, exitCode) => {
      const terminal = laptop.start(['test', 'slow']);
      await terminal.waitFor('collected 1 item');
      terminal.signal(signal);
      expect(await terminal.ended).toBe(exitCode);
    });

    test('no tests', async () => {
      expect(await laptop.run(['test', '-k', 'no_such_name'])).toMatchObject({ exitCode: 5 });
    });
  });
}
