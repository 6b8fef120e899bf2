import { expect, test } from 'vitest';
import type { BuildStep } from '../../src/buildkit/progress.ts';
import { installHint } from '../../src/report/summary-run.ts';

const step = (name: string, seconds: number, isCached = false): BuildStep => ({ name, seconds, isCached, tail: [] });
const pip = '[dev 4/4] RUN pip install -r requirements.txt';

test.each<[string, BuildStep[], string | undefined]>([
  ['nothing was built', [], undefined],
  ['pip was quick', [step(pip, 9)], undefined],
  ['pip was not run', [step(pip, 30, true)], undefined],
  ['something else was slow', [step('[dev 2/4] RUN apt-get install pipx', 30)], undefined],
  ['uv', [step('[dev 4/4] RUN uv pip install -r requirements.txt', 30)], undefined],
  [
    'pip was slow',
    [step('[dev 2/4] RUN apt-get update', 30), step(pip, 15.4)],
    '"RUN pip install -r requirements.txt" took 15 s; uv would save about 8 s of that, see examples/science/Dockerfile.uv in this action\'s repository.',
  ],
  [
    'python -m pip',
    [step('[dev 4/4] RUN python -m pip install numpy', 20)],
    '"RUN python -m pip install numpy" took 20 s; uv would save about 10 s of that, see examples/science/Dockerfile.uv in this action\'s repository.',
  ],
])('%s', (_, steps, hint) => {
  expect(installHint(steps)).toBe(hint);
});
