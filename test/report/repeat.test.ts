import { describe, expect, test } from 'vitest';
import type { InputTexts } from '../../src/inputs/names.ts';
import type { TestPlan } from '../../src/pytest/plan.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import { failingTests, testLine } from '../../src/report/repeat.ts';
import { defaultInputs, green, mainPlan, testFacts } from '../samples.ts';
import { failure } from './places.ts';

const planned = (test: Partial<TestPlan>): Pick<Outcome, 'plan'> => ({
  plan: { ...mainPlan, test: { ...mainPlan.test, ...test } },
});

describe('names of failing tests, as pytest takes them where it is started', () => {
  const names = (nodeIds: string[], folder: string, rootdir?: string) =>
    failingTests({
      ...green,
      ...planned({ folder }),
      tests: testFacts(1, {
        failures: nodeIds.map(nodeId => failure({ nodeId })),
        ...(rootdir === undefined ? {} : { rootdir }),
      }),
    });
  test.each<[string, string[], string, string | undefined, string[]]>([
    ['from the top', ['tests/a.py::t'], '', '/usr/src/app', ['tests/a.py::t']],
    ['from their folder', ['tests/a.py::T::t[a/b::c]'], 'tests', '/usr/src/app', ['a.py::T::t[a/b::c]']],
    ['from another folder', ['tests/a.py::t'], 'notes', '/usr/src/app', ['../tests/a.py::t']],
    ['named from that folder', ['a.py::t'], 'tests', '/usr/src/app/tests', ['a.py::t']],
    ['named from below', ['a.py::t'], '', '/usr/src/app/tests', ['tests/a.py::t']],
    ['a file that was not collected', ['tests/a.py'], 'tests', '/usr/src/app', ['a.py']],
    ['each once', ['a.py::t', 'a.py::u', 'a.py::t'], '', undefined, ['a.py::t', 'a.py::u']],
    ['where pytest did not say from where', ['tests/a.py::t'], 'tests', undefined, ['tests/a.py::t']],
    [
      'that can be typed',
      ['a.py::t[\u202e]', 'a.py::t[a\nb]', `a.py::${'t'.repeat(1000)}`, 'a.py::t[é]'],
      '',
      undefined,
      ['a.py::t[é]'],
    ],
    [
      'that are no options, of ours or of pytest, and no file of arguments',
      ['--ssh=default', '-p', '@arguments', '-a.py::t'],
      '',
      undefined,
      ['./--ssh=default', './-p', './@arguments', './-a.py::t'],
    ],
    ['that are none where pytest starts', ['tests/--ssh=default'], 'tests', '/usr/src/app', ['./--ssh=default']],
    ['of a folder that can be typed', ['a.py::t'], 'x', '/usr/\u001b[2J', ['a.py::t']],
  ])('%s', (_, nodeIds, folder, rootdir, expected) => {
    expect(names(nodeIds, folder, rootdir)).toEqual(expected);
  });
});

describe('the line to type', () => {
  const line = (typed: Partial<InputTexts>, command = ['pytest'], showsValues = true) =>
    testLine(['a.py::t'], { ...green, ...planned({ command }), typed: { ...defaultInputs, ...typed } }, showsValues);
  test.each<[string, Partial<InputTexts>, string[] | undefined, string]>([
    ['nothing but the test', {}, undefined, 'a.py::t'],
    ['what is standard is left out', { target: 'dev', 'test-command': 'pytest' }, undefined, 'a.py::t'],
    ['options', { target: 'my stage', 'shm-size': '1 GB' }, undefined, "--target 'my stage' --shm-size '1 GB' a.py::t"],
    [
      'one for each line',
      { 'build-args': 'A=1\nB=it is' },
      undefined,
      "--build-args A=1 --build-args 'B=it is' a.py::t",
    ],
    ['a switch', { 'read-only': 'True' }, undefined, '--read-only a.py::t'],
    ['no value of a secret', { secrets: 'key<<END\ns3cret\nEND' }, undefined, '--secret-envs key=key a.py::t'],
    ['variables', { env: 'A=$x' }, undefined, "--env 'A=$x' a.py::t"],
    ['variables of several lines', { env: 'A<<END\n1\n2\nEND' }, undefined, '--env A="$A" a.py::t'],
    [
      'what starts pytest',
      { 'test-command': 'python -m pytest' },
      ['python', '-m', 'pytest'],
      "--test-command 'python -m pytest' a.py::t",
    ],
    [
      'what hides pytest takes no names',
      { 'test-command': 'make test' },
      ['make', 'test'],
      '--test-command pytest a.py::t',
    ],
    ['nor does it in the settings', {}, ['make', 'test'], '--test-command pytest a.py::t'],
  ])('%s', (_, typed, command, expected) => {
    expect(line(typed, command)).toBe(`dev-in-docker test ${expected}`);
  });

  test('values of variables are not shown to all', () => {
    expect(line({ env: 'A=s3cret' }, ['pytest'], false)).toBe('dev-in-docker test --env A="$A" a.py::t');
  });
});
