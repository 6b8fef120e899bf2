import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { type Files, tiny, tinyDockerfile } from './project.ts';
import { oneSentence, refuse } from './refusal.ts';

/** What a user gets for a Dockerfile that is not there, does not build, or makes an image that tests can't run in. */
export function describeDockerfiles(lab: TestLab): void {
  describePlaces(lab);
  describeBuilds(lab);
  describeImages(lab);
}

function describePlaces(lab: TestLab): void {
  test('no Dockerfile; the one to paste works', async () => {
    const { Dockerfile: _, ...files } = tiny();
    const [error] = (await refuse(lab, files)).errors;
    const [sentence, ...paragraphs] = (error?.message ?? '').split('\n\n');
    expect(sentence).toBe(
      'There is no Dockerfile in the checkout. Set the input file to where yours is, or start with this one:',
    );
    const pasted = await lab.job({ ...files, Dockerfile: paragraphs.join('\n\n') }, { keepEngine: true });
    expect(pasted).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(pasted.summary).toContain('3 passed');
  });

  const there = { 'docker/Dockerfile': '', 'docker/dev.Dockerfile': '' };
  const cure =
    'Set the input file to one of those that are there (docker/Dockerfile, docker/dev.Dockerfile), or start with this one:';
  test.each<[string, Record<string, string>, string]>([
    ['no Dockerfile, but others', {}, `There is no Dockerfile in the checkout. ${cure}`],
    [
      'no such file',
      { context: 'docker', file: './docker/Dokerfile' },
      `There is no docker/Dokerfile in the checkout. ${cure}`,
    ],
    [
      'no such folder',
      { context: 'analysis' },
      'Input context is "analysis", but the checkout has no such folder: write its path relative to the checkout.',
    ],
  ])('bad places: %s', async (_case, inputs, sentence) => {
    const { errors } = await refuse(lab, { ...there, 'mean.py': '' }, { inputs });
    expect(errors.map(({ message }) => message.split('\n\n')[0])).toEqual([sentence]);
  });

  test('bad places: a folder that can not be mounted', async () => {
    const files = { 'a\nb/Dockerfile': tiny().Dockerfile ?? '' };
    const { errors } = await refuse(lab, files, { inputs: { context: 'a\nb' } });
    const sentence =
      /^The folder "\/.*\/a b" can't be mounted: Docker takes no line break in a path\. Check out into a folder with a plainer name\.$/;
    expect(errors).toEqual(oneSentence(expect.stringMatching(sentence)));
  });
}

function describeBuilds(lab: TestLab): void {
  const run = 'RUN echo first && echo broken && exit 3';
  test.each<[string, Files, Record<string, string>, string, number, string, string]>([
    ['a command that fails', { Dockerfile: tinyDockerfile(run) }, {}, 'Dockerfile', 5, run, 'first\nbroken'],
    [
      'the same in a file of another name',
      { 'docker/my.Dockerfile': tinyDockerfile(run) },
      { file: 'docker/my.Dockerfile' },
      'docker/my.Dockerfile',
      5,
      run,
      'first\nbroken',
    ],
    [
      'the same in another folder',
      { 'sub/Dockerfile': `FROM python:3.11-slim AS dev\n${run}\n` },
      { context: './sub/' },
      'sub/Dockerfile',
      2,
      run,
      'first\nbroken',
    ],
    [
      'a requirement that does not exist',
      { 'requirements.txt': 'pytest==0.0.999\n' },
      {},
      'Dockerfile',
      4,
      'RUN pip install --no-cache-dir --requirement requirements.txt',
      'No matching distribution found for pytest==0.0.999',
    ],
    [
      'a misspelled instruction',
      { Dockerfile: tinyDockerfile('RUNN true') },
      {},
      'Dockerfile',
      5,
      'RUNN true',
      'unknown instruction: RUNN (did you mean RUN?)',
    ],
    [
      'a file to copy that is not there',
      { Dockerfile: tinyDockerfile('COPY data.csv .') },
      {},
      'Dockerfile',
      5,
      'COPY data.csv .',
      '"/data.csv": not found',
    ],
    [
      'a base image that is not there',
      { Dockerfile: (tiny().Dockerfile ?? '').replace('3.11-slim', '0.1') },
      {},
      'Dockerfile',
      1,
      'FROM python:0.1 AS dev',
      'docker.io/library/python:0.1: not found',
    ],
  ])('a Dockerfile that does not build: %s', async (_case, changes, inputs, file, line, instruction, said) => {
    const { result, errors } = await refuse(lab, tiny(changes), { inputs });
    const [sentence, ...output] = (errors[0]?.message ?? '').split('\n\n');
    expect(errors).toMatchObject([{ title: 'dev-in-docker', file, line }]);
    expect(sentence).toBe(`The dev stage does not build: "${instruction}" failed (${file}, line ${line}).`);
    expect(output.join('\n\n')).toContain(said);
    expect(result.outputs).toMatchObject({ 'exit-code': '', 'image-id': '' });
  });
}

function describeImages(lab: TestLab): void {
  const base = 'FROM python:3.11-slim AS dev\n';
  test.each<[string, string, string]>([
    [
      'no WORKDIR',
      base,
      'The dev stage sets no working directory, where your files are mounted for the tests: add the line "WORKDIR /usr/src/app" to it, or set the input workdir.',
    ],
    [
      'packages that the mounted checkout hides',
      `${base}WORKDIR /app\nRUN mkdir .venv && touch .venv/pyvenv.cfg\nENV PATH="/app/.venv/bin:$PATH"\n`,
      'The dev image has its packages in /app/.venv, which the mounted checkout hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile, or end the dev stage with another WORKDIR.',
    ],
  ])('a dev image with %s', async (_case, Dockerfile, sentence) => {
    const { errors } = await refuse(lab, tiny({ Dockerfile }));
    expect(errors).toEqual(oneSentence(sentence));
  });

  test('hidden packages stay visible where the checkout has a folder of that name, which stays as it is', async () => {
    const install = 'RUN mkdir -p .venv/bin && ln -s /usr/local/bin/pytest .venv/bin/\n';
    const Dockerfile = tinyDockerfile(`${install}ENV PATH="/usr/src/app/.venv/bin:/usr/bin:/bin"`);
    const result = await lab.job(tiny({ Dockerfile, '.venv/mine': '' }), {
      keepEngine: true,
      cache: false,
      after: async workspace => expect(await readdir(join(workspace, '.venv'))).toEqual(['mine']),
    });
    expect(result).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(await lab.lab().engine.docker(['volume', 'ls', '--quiet'])).toBe('');
  });
}
