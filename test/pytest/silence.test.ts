import { expect, test } from 'vitest';
import { silentSentence } from '../../src/pytest/silence.ts';
import { render } from '../../src/text/sentence.ts';

test.each<[string, boolean, string]>([
  ['the dev image', false, 'It has to end in exec "$@"; to start the tests without it, set entrypoint: none.'],
  ['the share image', true, 'The tests are started once more, without it.'],
])('an ENTRYPOINT that starts no pytest is named: %s', (_, isGivenUp, so) => {
  expect(render(silentSentence(['pytest', '-k', 'a b'], ['./start.sh'], isGivenUp), 'job')).toBe(
    `There is no sign of pytest after 30 s: the image's ENTRYPOINT "./start.sh" has "pytest -k 'a b'" as its arguments, and may do something else with them. ${so}`,
  );
});
