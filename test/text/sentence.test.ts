import { describe, expect, test } from 'vitest';
import { input } from '../../src/inputs/options.ts';
import { messageOf, sentenceOf, UserError } from '../../src/text/errors.ts';
import { type Addressee, render, type Sentence, sentence, withSource } from '../../src/text/sentence.ts';
import { words } from '../../src/text/words.ts';
import { hostileTexts } from '../samples.ts';

const source = { origin: '[tool.dev-in-docker] of pyproject.toml', names: ['file', 'cache-dependency-path'] };

describe('an input has a name for each addressee, and another where a setting gives its value', () => {
  test.each<[Sentence, Addressee, string]>([
    [sentence`${input('env')} is odd.`, 'job', 'Input env is odd.'],
    [sentence`${input('env')} is odd.`, 'person', 'Option --env is odd.'],
    [sentence`Set ${input('env')} to 1.`, 'job', 'Set the input env to 1.'],
    [sentence`Set ${input('env')} to 1.`, 'person', 'Set the option --env to 1.'],
    [sentence`${input('image')} is odd.`, 'job', 'Input image is odd.'],
    [sentence`${input('image')} is odd.`, 'person', 'Option --tag is odd.'],
    [sentence`${input('summary')} is odd.`, 'person', 'The setting summary is odd.'],
    [sentence`Set ${input('summary')}.`, 'person', 'Set the setting summary.'],
    [sentence`${input('file')} is odd.`, 'job', 'The setting file in [tool.dev-in-docker] of pyproject.toml is odd.'],
    [
      sentence`${input('file')} is odd.`,
      'person',
      'The setting file in [tool.dev-in-docker] of pyproject.toml is odd.',
    ],
    [sentence`Set ${input('file')}.`, 'job', 'Set file in [tool.dev-in-docker] of pyproject.toml.'],
    [sentence`Set ${input('file')}.`, 'person', 'Set file in [tool.dev-in-docker] of pyproject.toml.'],
    [
      sentence`${input('cache-dependency-path')} is odd.`,
      'person',
      'The setting cache-dependency-path in [tool.dev-in-docker] of pyproject.toml is odd.',
    ],
    [sentence`${input('env')} is odd.\n${input('env')} too.`, 'job', 'Input env is odd.\nInput env too.'],
  ])('%j to a %s', (given, addressee, expected) => {
    expect(render(given, addressee, source)).toBe(expected);
    expect(render(withSource(given, source), addressee)).toBe(expected);
  });

  test('a setting keeps its origin where another is told later', () => {
    const first = withSource(sentence`${input('file')} is odd.`, source);
    expect(render(first, 'job', { origin: 'dev-in-docker.toml', names: ['file'] })).toBe(
      'The setting file in [tool.dev-in-docker] of pyproject.toml is odd.',
    );
  });
});

test('a sentence may be a part of another', () => {
  const cure = sentence`look into the ${words.checkout}`;
  const whole = sentence`${2} files are odd: ${cure}, or set ${input('file')}.`;
  expect(render(whole, 'job')).toBe('2 files are odd: look into the checkout, or set the input file.');
  expect(render(whole, 'person')).toBe('2 files are odd: look into the project, or set the option --file.');
});

test('a sentence that fits everybody is a text', () => {
  expect(sentence`${1} file is ${'odd'}.`).toBe('1 file is odd.');
});

test.each([
  ...hostileTexts,
  'Input file',
  'Set the input file in the checkout: see the end of the log.',
  'write "lfs: true" under "with:" of actions/checkout, or use a larger runner',
])('nothing is changed in %j, which somebody else wrote', text => {
  for (const addressee of ['job', 'person'] as const) {
    expect(render(text, addressee, source)).toBe(text);
    expect(render(sentence`${words.checkout}${text}`, addressee, source)).toBe(words.checkout[addressee] + text);
  }
});

test('no words for a person are about a job', () => {
  const all = Object.values(words).map(({ person }) => person);
  expect(all.join('\n')).not.toMatch(/\b(?:runner|job|step|workflow|checkout|log|actions|GitHub|forks?|inputs?)\b/i);
});

describe('a mistake of the user', () => {
  const error = new UserError(sentence`${input('file')} leads out of the ${words.checkout}.`);

  test('has the words of a job as its message', () => {
    expect(error.message).toBe('Input file leads out of the checkout.');
    expect(messageOf(error)).toBe(error.message);
  });

  test('keeps its sentence for others', () => {
    expect(render(sentenceOf(error), 'person')).toBe('Option --file leads out of the project.');
    expect(sentenceOf(new Error('No Docker.'))).toBe('No Docker.');
  });
});
