import { describe, expect, test } from 'vitest';
import { largestInHistory, readHistory } from '../../src/image/history.ts';
import { history } from '../history.ts';

test.each(['', '\n', 'Error: no such image', '{"CreatedBy":"RUN x","Size":"1.2MB"}'])('no history: %j', printed => {
  expect(readHistory(printed)).toBeUndefined();
});

describe('the step that adds most', () => {
  test.each<[string, [createdBy: string, size: number][], string | undefined]>([
    [
      'without the shell and the values of build arguments',
      [
        ['ARG TOKEN=s3cret', 0],
        ['RUN |1 TOKEN=s3cret /bin/sh -c pip install wine # buildkit', 5],
        ['COPY . . # buildkit', 4],
      ],
      'RUN pip install wine',
    ],
    ['of the base image', [['/bin/sh -c #(nop) ADD file:0a in / ', 9]], 'ADD file:0a in /'],
    [
      'is the oldest of equals',
      [
        ['COPY a . # buildkit', 1],
        ['COPY b . # buildkit', 1],
      ],
      'COPY a .',
    ],
    [
      'of an image that was imported',
      [
        ['', 9],
        ['CMD ["sh"]', 0],
      ],
      undefined,
    ],
    ['of an image of no bytes', [['ARG TOKEN=s3cret', 0]], undefined],
    ['of no image', [], undefined],
  ])('%s', (_, entries, instruction) => {
    expect(largestInHistory(history(...entries))?.instruction).toBe(instruction);
  });
});
