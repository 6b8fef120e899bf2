import { describe, expect, test } from 'vitest';
import { startCommand } from '../../src/inputs/start-command.ts';
import { UserError } from '../../src/text/errors.ts';
import { render } from '../../src/text/sentence.ts';

test.each<[string, string[]]>([
  ['pytest', ['pytest']],
  ['make "the test"', ['make', 'the test']],
  ['sh -c "cd sub && A=1 pytest; true"', ['sh', '-c', 'cd sub && A=1 pytest; true']],
  ['pytest -k "a or b" -m "not (slow && old)"', ['pytest', '-k', 'a or b', '-m', 'not (slow && old)']],
  ['env A=1 pytest', ['env', 'A=1', 'pytest']],
  ['', []],
])('%j is no line for a shell', (text, words) => {
  expect(startCommand('test-command', text)).toEqual(words);
});

const AROUND = 'write sh -c "…" around it';
describe('what only a shell can run is refused', () => {
  test.each<[string, string]>([
    ['cd . && pytest', `which "cd" would need: ${AROUND}, or name the folder in the input working-directory.`],
    ['pytest || pytest --lf', `which "||" would need: ${AROUND}.`],
    ['pytest; true', `which "pytest;" would need: ${AROUND}.`],
    ['pytest > log.txt', `which ">" would need: ${AROUND}.`],
    ['source .venv/bin/activate', `which "source" would need: ${AROUND}.`],
    ['A=1 pytest', 'which sets a variable as only a shell can: write "A=1" into the input env.'],
  ])('%j', (text, sentence) => {
    let error: unknown;
    try {
      startCommand('test-command', text);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof UserError)) throw new Error(`${text} was taken`);
    expect(render(error.sentence, 'job')).toContain(sentence);
  });
});
