import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { tiny, tinyDockerfile } from './project.ts';

/** Compares what it finds with a file, in which the values stand backwards, so that they can be looked for elsewhere. */
const test_environment = `import json, os, pathlib, time

import lab_library

def test_environment(capsys):
    expected = json.loads(pathlib.Path("expected.json").read_text())
    assert {name: os.environ[name][::-1] for name in expected} == expected
    assert lab_library.__file__.startswith("/opt/library/")
    with capsys.disabled():
        print("sleeping now", flush=True)
    time.sleep(5)
`;

/** What the input env does: values reach the tests as they are, and nobody else. */
export function describeEnvironment(lab: TestLab): void {
  test('env: values arrive unchanged, and stand in no log and no list of processes', async () => {
    const secret = randomBytes(12).toString('hex');
    const values = {
      PLAIN: secret,
      SPACED: `${secret} = "a b" $HOME \\n #`,
      KEY: `-----BEGIN-----\n  ${secret}\n\n-----END-----`,
      PYTEST_ADDOPTS: '--verbose',
    };
    const env = `PLAIN=${values.PLAIN}\nSPACED=${values.SPACED}\nKEY<<EOF\n${values.KEY}\nEOF\nCI=false\nPYTEST_ADDOPTS=--verbose`;
    const expected = Object.entries({ ...values, CI: 'true' }).map(([name, value]) => [name, backwards(value)]);
    const library = 'RUN mkdir /opt/library && touch /opt/library/lab_library.py\nENV PYTHONPATH=/opt/library';
    let commands: string[] = [];
    const result = await lab.job(
      tiny({
        Dockerfile: tinyDockerfile(library),
        'expected.json': JSON.stringify(Object.fromEntries(expected)),
        'test_environment.py': test_environment,
      }),
      {
        keepEngine: true,
        cache: false,
        inputs: { env },
        onLine: line => {
          if (line.includes('sleeping now')) commands = runningCommands();
        },
      },
    );
    expect(result).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(result.summary).toContain('4 passed');
    // PYTEST_ADDOPTS did its work: only a verbose pytest prints this word.
    expect(result.raw).toContain('PASSED');
    expect(commands).toContainEqual(expect.stringMatching(/docker run .*--env-file .*--env KEY .*pytest/));
    expect(commands.filter(command => command.includes(secret))).toEqual([]);
    expect(result.raw + result.postLog + result.summary).not.toContain(secret);
  });
}

function backwards(text: string): string {
  return [...text].reverse().join('');
}

/** The command lines of all processes of this machine. */
function runningCommands(): string[] {
  const ids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return ids.map(commandLine).filter(command => command !== '');
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended meanwhile.
    return '';
  }
}
