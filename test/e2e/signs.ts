import { beforeAll, describe, expect, test } from 'vitest';
import { tagEvent } from '../lab/events.ts';
import type { ProjectJob, TestLab } from './lab.ts';
import { type Files, tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

const NOT_RUN = { 'exit-code': '', total: '', passed: '', failed: '', duration: '' };
const test_data = 'import pathlib\n\ndef test_data():\n    assert pathlib.Path("data.csv").read_text()\n';

/** Only pytest itself makes a job green: what an ENTRYPOINT, or a program around pytest, does in its place. */
export function describeSigns({ lab, job }: TestLab): void {
  describe('a sign of pytest', () => {
    let base = '';
    const project = (dev: string, share: string) => ({
      Dockerfile: `FROM ${base} AS dev\n${dev}\nFROM dev AS share\n${share}\n`,
    });
    const withEntrypoint = (argv: string[]) => tiny(project(`ENTRYPOINT ${JSON.stringify(argv)}`, 'COPY . .'));
    const run = (files: Files, inputs: ProjectJob['inputs'] = {}, more: ProjectJob = {}) =>
      job(files, { keepEngine: true, ...more, inputs: { 'cache-suffix': 'signs', ...inputs } });

    beforeAll(async () => {
      base = await pytestBase(lab());
    });

    test('an ENTRYPOINT swallows pytest and ends with 0: red, built and mounted; without it all is well', async () => {
      const files = withEntrypoint(['sh', '-c', 'echo "called with $0"']);
      for (const keepEngine of [true, false]) {
        const swallowed = await run(files, {}, { keepEngine });
        expect(swallowed, swallowed.log).toMatchObject({ conclusion: 'failure', outputs: NOT_RUN });
        expect(swallowed.annotations).toMatchObject([
          {
            message: expect.stringMatching(
              /^pytest did not run: the dev image's ENTRYPOINT "sh -c .*", which gets "pytest" as its arguments, ended with exit code 0\. .* set entrypoint: none\.$/,
            ),
          },
        ]);
        expect(swallowed.summary).toContain('<h3>❌ pytest: did not run · ');
      }
      const setting = { 'dev-in-docker.toml': 'entrypoint = "none"\n' };
      const without = await run({ ...files, ...setting });
      expect(without, without.log).toMatchObject({ conclusion: 'success', outputs: { passed: '3' } });
    });

    test('an ENTRYPOINT that ends in exec, and a pytest that the plugin can not reach', async () => {
      const files = withEntrypoint(['sh', '-c', 'exec "$@"', 'sh']);
      const isolated = await run(files, { 'test-command': 'python3 -Im pytest --color=yes -q' });
      expect(isolated, isolated.log).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(isolated.outputs).toMatchObject({ ...NOT_RUN, 'exit-code': '0', duration: expect.stringMatching(/\d/) });
      expect(isolated.summary).toContain('so the exit code alone tells how it went');
    });

    test('an ENTRYPOINT that does not end is named in the log, and where the time is over', async () => {
      const looping = await run(withEntrypoint(['sleep', '600', '0.1']), {
        'test-command': '600',
        'timeout-minutes': '0.53',
      });
      expect(looping.log).toContain(
        'There is no sign of pytest after 30 s: the image\'s ENTRYPOINT "sleep 600 0.1" has "600"',
      );
      expect(looping.annotations).toMatchObject([
        {
          message: expect.stringMatching(
            /^The tests were stopped after 32.0 s, .*ENTRYPOINT "sleep 600 0\.1".* was still running\./,
          ),
        },
      ]);
      expect(looping.outputs).toMatchObject(NOT_RUN);
    });

    test('a share image whose ENTRYPOINT starts something else is tested without it', async () => {
      const files = tiny({
        ...project('', 'COPY . .\nENTRYPOINT ["true"]'),
        ...{ 'test_data.py': test_data, 'data.csv': '1', '.dockerignore': 'data.csv\n.git\n' },
      });
      const lacking = await run(
        files,
        { image: `${lab().registry.host}/octo-lab/served` },
        { event: sha => tagEvent(sha, 'v1.0.0') },
      );
      expect(lacking, lacking.log).toMatchObject({
        conclusion: 'failure',
        outputs: { published: 'false', passed: '4' },
      });
      expect(lacking.annotations).toMatchObject([
        {
          message: expect.stringMatching(
            /Tests failed; its ENTRYPOINT "true" did not start pytest, so they were run without it \(1 failed, 3 passed\)\. The share image lacks data\.csv,/,
          ),
        },
      ]);
    });
  });
}
