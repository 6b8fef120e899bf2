import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan.ts';
import type { TestFacts } from '../../src/pytest/facts.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import { makeReport } from '../../src/report/report.ts';
import type { PublishFacts } from '../../src/share/facts.ts';
import { byteLength } from '../../src/text/plain.ts';
import {
  builtDev,
  counts,
  defaultInputs,
  green,
  hostileTexts,
  mainPlan,
  mounted,
  publishFacts,
  restored,
  sharePlan,
  testFacts,
} from '../samples.ts';
import { failure, places, red, unbuilt, untested } from './places.ts';

const summary = (outcome: Outcome): string => makeReport(outcome).summary;

test('green', () => {
  expect(summary(green)).toBe(`<h3>✅ pytest: 3 passed · 3.0 s</h3>

<details><summary>⏱️ Where the time went · 1 of 1 steps cached</summary>

<table><tr><td>Restore the cache</td><td><code>██░░░░░░░░░░░░░░░░░░░░░░</code></td><td>1.5 s</td><td>12 MB</td></tr><tr><td>Build the dev stage</td><td><code>░░██████████████████░░░░</code></td><td>12.0 s</td><td>1 of 1 steps cached</td></tr><tr><td>Run the tests</td><td><code>░░░░░░░░░░░░░░░░░░░░████</code></td><td>3.0 s</td><td></td></tr></table>

<p>pytest 9.0.0 · dev image <code>sha256:1dea</code></p>

<p>Cache: <code>the-key</code> restored. The image was not mounted: the Dockerfile could not be read.</p>

</details>

`);
});

test('red: the first failure open, the others folded', () => {
  const failures = [failure({ traceback: 'a\n\n# b', line: 4 }), failure({ nodeId: 'b.py::u', phase: 'setup' })];
  expect(summary(red(failures))).toMatch(`<h3>❌ pytest: 2 failed · 3.0 s</h3>

<details open><summary>❌ <code>a.py::t</code> · line 4</summary>

<pre>a

# b</pre>

</details>

<details><summary>❌ <code>b.py::u</code> · error at setup</summary>

<pre>E  assert 0</pre>

</details>

`);
});

/** What an ENTRYPOINT did in place of pytest. */
const swallowed: TestFacts = { ...testFacts(0), results: readResults(''), entrypoint: ['python', 'app.py'] };

test('the sentence about it stands below the headline, once', () => {
  const text = summary({ ...green, tests: swallowed });
  expect(text.match(/pytest did not run/g)).toHaveLength(1);
  expect(text).toContain('<p>pytest did not run: ');
});

test('of a pytest that is too old there are numbers, and why there is no more', () => {
  const old = testFacts(0, { pytest: '6.2.5', isUnknown: true, counts: counts({ passed: 3 }) });
  const text = summary({ ...green, tests: old });
  expect(text).toContain('<h3>✅ pytest: 3 passed · 3.0 s</h3>');
  expect(text).toContain('pytest 6.2.5 is too old for a report, which needs 7 or newer');
});

describe('headlines', () => {
  test.each<[string, Outcome, string]>([
    ['a leg', { ...green, leg: '3.12 <b>' }, '<h3>✅ pytest (3.12 &lt;b&gt;): 3 passed · 3.0 s</h3>'],
    ['no tests', { ...green, tests: testFacts(5) }, '<h3>❌ pytest: exit code 5 · 3.0 s</h3>'],
    [
      'a crash',
      { ...green, tests: testFacts(139, { counts: counts({ passed: 3 }) }) },
      '<h3>❌ pytest: exit code 139, 3 passed · 3.0 s</h3>',
    ],
    [
      'out of time',
      { ...green, tests: { ...testFacts(137, { counts: counts({ passed: 3 }) }), stoppedAfter: 60 } },
      '<h3>❌ pytest: out of time, 3 passed · 3.0 s</h3>',
    ],
    [
      'an end in mid-test',
      { ...green, tests: { ...testFacts(null, { counts: counts({ passed: 3 }) }), exitCode: 0 } },
      '<h3>❌ pytest: not finished, 3 passed · 3.0 s</h3>',
    ],
    [
      'a hidden exit code',
      { ...green, tests: testFacts(0, { counts: counts({ passed: 3 }), exitStatus: 2 }) },
      '<h3>❌ pytest: exit code 2, 3 passed · 3.0 s</h3>',
    ],
    ['no pytest', { ...green, tests: swallowed }, '<h3>❌ pytest: did not run · 3.0 s</h3>'],
    ['cancelled', { ...green, isCancelled: true }, '<h3>🚫 pytest: cancelled · 3.0 s</h3>'],
    [
      'a build that fails',
      { ...unbuilt, dev: { stage: 'dev', steps: [], seconds: 1, failure: { output: 'x' } } },
      '<h3>❌ pytest: the image was not built</h3>',
    ],
    [
      'an image in which tests can not run',
      { ...untested, error: 'No WORKDIR.' },
      '<h3>❌ pytest: the tests were not run</h3>',
    ],
    [
      'an early error',
      { leg: '', dockerfile: '', context: '.', repository: '', isCancelled: false, error: 'x' },
      '<h3>❌ pytest: nothing was run</h3>',
    ],
  ])('%s', (_, outcome, headline) => {
    expect(summary(outcome).split('\n')[0]).toBe(headline);
  });
});

test('what to do about what is missing comes first, with lines to copy', () => {
  const message = 'ImportError: libGL.so.1: cannot open shared object file: No such file or directory';
  expect(summary(red([failure({ message })]))).toContain(`<h3>❌ pytest: 1 failed · 3.0 s</h3>

<p>💡 libGL.so.1 is not in the dev image: install libgl1 and libglib2.0-0 from Debian, with these lines near the top of the dev stage, or take opencv-python-headless in place of opencv-python.</p>

<pre>RUN apt-get update &amp;&amp; apt-get install --yes --no-install-recommends \\
    libgl1 libglib2.0-0 &amp;&amp; rm -rf /var/lib/apt/lists/*</pre>

<details open>`);
});

test('that a red tag publishes nothing is told', () => {
  const text = summary({ ...red([failure()]), plan: { ...mainPlan, share: sharePlan } });
  expect(text).toContain('<p>📦 Not published: the tests failed.</p>');
});

describe('what else went wrong is shown beside red tests', () => {
  test.each<[string, Partial<Outcome>, string]>([
    ['an error', { error: 'The disk is full.' }, '<pre>The disk is full.</pre>'],
    [
      'the share stage',
      { share: { ...builtDev, stage: 'share', failure: { output: 'no file', line: 9 } } },
      '<pre>The share stage does not build (Dockerfile, line 9).\n\nno file</pre>',
    ],
  ])('%s', (_, more, shown) => {
    const text = summary({ ...red([failure()]), ...more });
    expect(text).toContain(shown);
    expect(text).toContain('<code>a.py::t</code>');
  });
});

describe('the cache', () => {
  const cache = 'off' in mainPlan.cache ? undefined : mainPlan.cache;
  const planTo = (restore: 'lookup' | 'no'): Pick<Outcome, 'plan'> =>
    cache ? { plan: { ...mainPlan, cache: { ...cache, restore } } } : {};
  test.each<[string, Partial<Outcome>, string]>([
    ['off', { plan: { ...mainPlan, cache: { off: 'enable-cache is false' } } }, 'Cache: off; enable-cache is false.'],
    ['nothing there', { restored: { isExact: false, bytes: 0, seconds: 0 } }, 'Cache: no entry was there.'],
    [
      'nothing there, saved',
      { restored: { isExact: false, bytes: 0, seconds: 0 }, saved: { run: { key: 'n', bytes: 1, seconds: 1 } } },
      'Cache: no entry was there; saved as <code>n</code>.',
    ],
    [
      'nothing there, two entries saved',
      {
        restored: { isExact: false, bytes: 0, seconds: 0 },
        saved: { run: { key: 'n', bytes: 1, seconds: 1 }, build: { key: 'm', bytes: 1, seconds: 1 } },
      },
      'Cache: no entry was there; saved as <code>n</code> and <code>m</code>.',
    ],
    [
      'made from other files',
      { plan: { ...mainPlan, cache: { ...mainPlan.cache, requirementsFrom: 'uv.lock' } as Plan['cache'] } },
      'Cache: <code>the-key</code> restored. In its key, uv.lock stands for the requirements.',
    ],
    ['mounted', { mounted }, 'Cache: <code>the-run-key</code>, mounted while it was downloaded.</p>'],
    [
      'other requirements',
      { restored: { ...restored, isExact: false } },
      'Cache: <code>the-key</code> restored, made from other requirements.',
    ],
    [
      'damaged',
      { restored: { key: 'k', isExact: false, bytes: 1, seconds: 1, trouble: 'the entry k is damaged' } },
      'Cache: <code>k</code> could not be used.',
    ],
    [
      'only looked up',
      { restored, ...planTo('lookup') },
      'Cache: <code>the-key</code> is there, and was not used for what is published.',
    ],
    [
      'not read',
      { restored: { isExact: false, bytes: 0, seconds: 0 }, ...planTo('no') },
      "Cache: not read, as the workflow's cache-mode says.",
    ],
  ])('%s', (_, more, sentence) => {
    // Why the image isn't mounted is said at the end of each.
    expect(summary({ ...green, ...more })).toContain(`<p>${sentence}`);
  });
});

test.each<[PublishFacts['outcome'], Partial<PublishFacts>, string]>([
  [
    'published',
    { tags: ['ghcr.io/octo/wine:1.2.3'], kept: [{ tag: 'latest', version: '2.0.0' }] },
    '<p>📦 Published <code>ghcr.io/octo/wine:1.2.3</code> · <code>latest</code> stays with 2.0.0</p>',
  ],
  ['already-there', {}, '<p>📦 <code>ghcr.io/octo/wine:1.2.3</code> is there already, published from this commit</p>'],
  [
    'already-there',
    { tags: ['ghcr.io/octo/wine:1'] },
    '<p>📦 <code>ghcr.io/octo/wine:1.2.3</code> is there already, published from this commit; now <code>ghcr.io/octo/wine:1</code> too</p>',
  ],
  ['published', { isFirst: true }, '<p>A new package on ghcr.io is private at first'],
])('%s %j', (outcome, more, words) => {
  const published = publishFacts(outcome, { digest: 'sha256:d1', ...more });
  const text = summary({ ...green, plan: { ...mainPlan, share: sharePlan }, shared: { published } });
  expect(text).toContain(words);
  expect(text).toContain('<pre>docker run --rm ghcr.io/octo/wine@sha256:d1 pytest</pre>');
});

// What a text could become: HTML elements, and, between blocks of HTML, Markdown.
function structure(markdown: string): { tags: string[]; between: string } {
  const blocks = markdown.replace(/<pre>[\s\S]*?<\/pre>/g, '<pre></pre>');
  const between = blocks
    .split('\n')
    .filter(line => line !== '' && !/^<\/?(?:h3|p|details|table|pre)\b/.test(line))
    .join('\n');
  return { tags: markdown.match(/<[/!?a-zA-Z][^>]*>?/g) ?? [], between };
}

describe('foreign text never becomes markup', () => {
  test.each(Object.entries(places))('%s', (_, outcomeWith) => {
    const harmless = structure(summary(outcomeWith('harmless')));
    expect(harmless.between).toBe('');
    for (const text of hostileTexts) {
      expect(structure(summary(outcomeWith(`x${text}x`))), JSON.stringify(text.slice(0, 80))).toEqual(harmless);
    }
  });
});

describe('a failure links to its line', () => {
  const source = 'https://github.com/o/r/blob/c0ffee';
  const linked = (path: string, more: Partial<Outcome> = {}) =>
    /<a [^>]*>[^<]*<\/a>/.exec(summary({ ...red([failure({ path, line: 7 })]), source, ...more }))?.[0];
  test.each<[string, string, string | undefined, string?]>([
    ['a file', '/usr/src/app/tests/a.py', 'tests/a.py'],
    ['another file than that of the test', '/usr/src/app/lib.py', 'lib.py', 'lib.py, line 7'],
    [
      'an odd name',
      `/usr/src/app/a "b"'c'<d>#?&.py`,
      'a%20%22b%22%27c%27%3Cd%3E%23%3F%26.py',
      'a &quot;b&quot;&#39;c&#39;&lt;d&gt;#?&amp;.py, line 7',
    ],
    ['a file outside the checkout', '/opt/venv/a.py', undefined],
  ])('%s', (_, path, url, words = 'line 7') => {
    expect(linked(path)).toBe(url === undefined ? undefined : `<a href="${source}/${url}#L7">${words}</a>`);
  });

  test('in a folder of the checkout', () => {
    expect(linked('/usr/src/app/a.py', { context: 'sub' })).toContain(`${source}/sub/a.py#L7`);
  });

  test.each<[string, string, string | undefined, string | undefined]>([
    ['all of the checkout', 'sub', '', 'sub/a.py'],
    ['a folder of it', 'code', 'code', 'a.py'],
    ['a folder above', 'code/sub', 'code', 'sub/a.py'],
    ['another one', 'data', undefined, undefined],
  ])('of the job’s repository, which is %s', (_, context, repository, path) => {
    const link = linked('/usr/src/app/a.py', { context, repository });
    expect(link?.match(/href="([^"]*)"/)?.[1]).toBe(path && `${source}/${path}#L7`);
  });
});

describe('what to type on one’s own machine', () => {
  const secrets = {
    secrets: [
      { id: 'token', isEmpty: false, value: 's3cret' },
      { id: 'netrc', isEmpty: false, file: '/work/wine/netrc' },
    ],
    ssh: [],
    isAgentMissing: false,
  };
  const typed = (nodeId: string, more: Partial<Outcome> = {}) =>
    /Run it on your machine<\/summary>\s*<pre>([^<]*)<\/pre>/.exec(
      summary({ ...red([failure({ nodeId })]), ...more }),
    )?.[1];
  test.each<[string, string, Partial<Outcome>, string | undefined]>([
    [
      'a test',
      'tests/a.py::t',
      {},
      'dev-in-docker test tests/a.py::t\n\n# or, with Docker alone:\ndocker build --target dev --tag dev .\ndocker run --rm --volume &quot;$PWD&quot;:/usr/src/app dev pytest tests/a.py::t',
    ],
    [
      'a parametrised one',
      "a.py::t[it's]",
      {},
      'dev-in-docker test &#39;a.py::t[it&#39;&quot;&#39;&quot;&#39;s]&#39;\n\n# or, with Docker alone:\ndocker build --target dev --tag dev .\ndocker run --rm --volume &quot;$PWD&quot;:/usr/src/app dev pytest &#39;a.py::t[it&#39;&quot;&#39;&quot;&#39;s]&#39;',
    ],
    [
      'another folder and Dockerfile',
      'a.py',
      {
        context: 'sub',
        dockerfile: 'docker/My File',
        typed: { ...defaultInputs, context: 'sub', file: 'docker/My File' },
      },
      'dev-in-docker test --context sub --file &#39;docker/My File&#39; a.py\n\n# or, with Docker alone:\ndocker build --file &#39;docker/My File&#39; --target dev --tag dev sub\ndocker run --rm --volume &quot;$PWD&quot;/sub:/usr/src/app dev pytest a.py',
    ],
    [
      'a checkout to a folder of the workspace',
      'a.py',
      {
        context: 'code/sub',
        dockerfile: 'code/Dockerfile.ci',
        repository: 'code',
        typed: { ...defaultInputs, context: './code/sub', file: 'code/Dockerfile.ci' },
      },
      'dev-in-docker test --context sub --file Dockerfile.ci a.py\n\n# or, with Docker alone:\ndocker build --file Dockerfile.ci --target dev --tag dev sub\ndocker run --rm --volume &quot;$PWD&quot;/sub:/usr/src/app dev pytest a.py',
    ],
    [
      'a checkout to a folder that is the context',
      'a.py',
      {
        context: 'code',
        dockerfile: 'code/Dockerfile',
        repository: 'code',
        typed: { ...defaultInputs, context: 'code' },
      },
      'dev-in-docker test a.py\n\n# or, with Docker alone:\ndocker build --target dev --tag dev .\ndocker run --rm --volume &quot;$PWD&quot;:/usr/src/app dev pytest a.py',
    ],
    [
      'a folder that the tests are started in',
      'a.py',
      {
        plan: { ...mainPlan, test: { ...mainPlan.test, folder: 'sub' } },
        typed: { ...defaultInputs, 'working-directory': 'sub' },
      },
      'dev-in-docker test --working-directory sub a.py\n\n# or, with Docker alone:\ndocker build --target dev --tag dev .\ndocker run --rm --volume &quot;$PWD&quot;:/usr/src/app --workdir /usr/src/app/sub dev pytest a.py',
    ],
    [
      'secrets, which come from files or variables of their names',
      'a.py',
      {
        plan: { ...mainPlan, dev: { ...mainPlan.dev, secrets } },
        typed: { ...defaultInputs, secrets: 'token=s3cret', 'secret-files': 'netrc=netrc' },
      },
      'dev-in-docker test --secret-files netrc=netrc --secret-envs token=token a.py\n\n# or, with Docker alone:\ndocker build --secret id=token --secret id=netrc --target dev --tag dev .\ndocker run --rm --volume &quot;$PWD&quot;:/usr/src/app dev pytest a.py',
    ],
    [
      'a name that would not arrive as it is',
      'a.py::t[\u202e]',
      {},
      'dev-in-docker test\n\n# or, with Docker alone:\ndocker build --target dev --tag dev .\ndocker run --rm --volume &quot;$PWD&quot;:/usr/src/app dev pytest',
    ],
  ])('%s', (_, nodeId, more, commands) => {
    expect(typed(nodeId, more)).toBe(commands);
  });
});

describe('GitHub drops a summary of more than 1 MiB', () => {
  test.each([
    ['letters', 'x'],
    ['markup', '<'],
    ['Chinese', '日'],
    ['emoji', '🐍'],
    ['line ends', '\n'],
  ])('1,000 failures of 20,000 characters: %s', (_, character) => {
    const long = character.repeat(20_000 / character.length);
    const failures = Array.from({ length: 1000 }, (_, index) => failure({ nodeId: `t${index}`, traceback: long }));
    const text = summary(red(failures));
    expect(byteLength(text)).toBeLessThan(1024 * 1024);
    for (const name of failures.map(({ nodeId }) => nodeId)) expect(text).toContain(`<code>${name}</code>`);
    expect(text).toContain('<p>Cache: ');
  });

  test('5,000 failures with long names, each of which is shown', () => {
    const long = { nodeId: '"'.repeat(2000), traceback: '<'.repeat(8000) };
    const text = summary(red(Array.from({ length: 5000 }, () => failure(long))));
    expect(byteLength(text)).toBeLessThan(900 * 1024);
    expect(text.match(/<code>&quot;/g)).toHaveLength(5000);
  });

  test('what matters least is left out first', () => {
    const row = { nodeId: 't', setup: 1, call: 1, teardown: 1 };
    const results = {
      counts: counts({ failed: 1, skipped: 1, warnings: 1 }),
      slowest: Array<typeof row>(50).fill({ ...row, nodeId: '日'.repeat(100) }),
      warnings: [{ category: 'UserWarning', message: 'w', count: 1 }],
      reasons: [{ outcome: 'skipped' as const, reason: 's', count: 1 }],
    };
    const sections = (failures: number) => {
      const shown = Array.from({ length: failures }, () => failure({ traceback: '<'.repeat(100) }));
      const text = summary({ ...green, tests: testFacts(1, { ...results, failures: shown }) });
      expect(byteLength(text)).toBeLessThan(900 * 1024);
      return [text.includes('🐢'), text.includes('⚠️'), text.includes('⏭️')];
    };
    expect(sections(1)).toEqual([true, true, true]);
    // So many tracebacks that none of the sections has room beside them.
    expect(sections(5000).slice(0, 1)).toEqual([false]);
  });
});

test('how much of a mounted image was needed, and what the tests waited for', () => {
  const { dev: _, restored: __, ...rest } = green;
  const text = summary({ ...rest, mounted });
  expect(text).toContain(
    '<td>420 ms</td><td>31 MB of 214 MB downloaded while it was used; reads waited 250 ms for them</td></tr>',
  );
  expect(text).not.toContain('Build the dev stage');
});
