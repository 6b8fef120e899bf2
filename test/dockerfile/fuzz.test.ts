// Whatever a Dockerfile and a .dockerignore have in them, reading them ends, and no error but their own leaves it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChain } from '../../src/dockerfile/chain.ts';
import { readIgnore } from '../../src/dockerfile/ignore.ts';
import { cutBefore, readCopies, readStage } from '../../src/dockerfile/stage.ts';
import { hostileTexts } from '../samples.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'FROM a AS dev',
    'FROM dev AS b',
    'FROM $A',
    'COPY . /',
    'COPY --from=dev a b',
    'RUN x',
    'ARG A=$A',
    'WORKDIR /',
  ),
  fc.constantFrom(
    'COPY',
    'RUN',
    'ADD',
    'ONBUILD',
    'FROM',
    '--from=',
    '--mount=type=bind,source=a',
    '<<A',
    'A',
    '["a","b"]',
    '[',
    '# syntax=x',
  ),
  fc.constantFrom('\n', '\n', ' ', '\\\n', '\r', '\t', '"', "'", '$', '${A', '*', '?', '!', '**', '/', '..', '='),
  fc.constantFrom(...hostileTexts.filter(text => text.length < 200)),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const file = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''));

test('a Dockerfile', () => {
  const property = fc.property(file, fc.array(file, { maxLength: 2 }), (text, buildArguments) => {
    const { doubt } = readStage(`FROM a AS dev\n${text}`, 'dev', buildArguments);
    expect(['string', 'undefined']).toContain(typeof doubt);
    readStage(text, 'dev', buildArguments);
    readCopies(text, 'dev', buildArguments);
    readChain(text, 'dev', buildArguments);
    cutBefore(text, 'dev', 2);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('a .dockerignore', () => {
  const property = fc.property(file, file, (text, path) => {
    expect(typeof readIgnore(text).ignores(path)).toBe('boolean');
  });
  fc.assert(property, { numRuns: 5000 });
});
