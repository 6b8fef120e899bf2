// What `dev-in-docker` says to mistakes that people make.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Laptop } from './laptop.ts';

/** One sentence each, and exit code 125. */
export function describeMistakes(laptop: Laptop): void {
  test.each<[string, string[], string | RegExp]>([
    ['a command that is misspelled', ['dve'], "error: unknown command 'dve'\n(Did you mean dev?)"],
    [
      'an option that is misspelled',
      ['dev', '--netwrok', 'none'],
      "error: unknown option '--netwrok'\n(Did you mean --network?)",
    ],
    ['an option without its value', ['dev', '--env'], "error: option '--env <name=value>' argument missing"],
    [
      'a port that is none',
      ['dev', '-p', '0.0.0.0:80'],
      'Option --publish is "0.0.0.0:80": write a port such as 8888, or 8000:80 for port 80 of the container; it is reached from this machine only.',
    ],
    [
      'a stage that is none',
      ['dev', '--target', 'dve'],
      /^The Dockerfile has no stage "dve". It has: dev, share\. .*the option --target/,
    ],
    [
      'a variable without a value',
      ['dev', '--env', 'TOKEN'],
      /^Option --env has a name without a value in its line 1: /,
    ],
    ['a folder that is none', ['dev', '--working-directory', 'nots'], /^Option --working-directory is "nots", but /],
    [
      'a Dockerfile that is none',
      ['dev', '--file', 'Dokerfile'],
      /^There is no Dokerfile in the project\. Set the option --file to /,
    ],
  ])('%s is told', async (_, args, sentence) => {
    const { exitCode, stdout, stderr } = await laptop.pipe(args);
    if (typeof sentence === 'string') expect(stderr).toBe(`${sentence}\n`);
    else expect(stderr).toMatch(sentence);
    expect({ exitCode, stdout }).toEqual({ exitCode: 125, stdout: '' });
  });

  test('a folder without a Dockerfile is told', async () => {
    const folder = join(laptop.home, 'empty');
    await mkdir(folder);
    await laptop.write({});
    const { exitCode, stderr } = await laptop.pipe(['dev'], { folder });
    expect(stderr).toBe(
      `There is no Dockerfile in ${folder}: go to your project's folder, or write one with "dev-in-docker init".\n`,
    );
    expect(exitCode).toBe(125);
  });

  test.each([
    ['an instruction that fails', []],
    ['the same, quietly,', ['--quiet']],
  ])('%s is shown, and where it is', async (_, options) => {
    await laptop.write({ 'broken/Dockerfile': 'FROM python:3.11-slim AS dev\nWORKDIR /w\nRUN echo why; exit 3\n' });
    const folder = join(laptop.home, 'broken');
    const ended = await laptop.pipe(['dev', ...options], { folder });
    const sentence = 'The dev stage does not build: "RUN echo why; exit 3" failed (Dockerfile, line 3).\n';
    if (options.includes('--quiet')) expect(ended.stderr).toBe(`why\n${sentence}`);
    else expect(ended.stderr).toMatch(/^#1 /);
    expect(ended.stderr.endsWith(sentence)).toBe(true);
    expect(ended.exitCode).toBe(125);
    const { screen, exitCode } = await laptop.run(['dev', ...options], { folder });
    expect(screen).toContain('why');
    expect(exitCode).toBe(125);
  });

  test('a stage without a working directory is told', async () => {
    await laptop.write({ 'nowhere/Dockerfile': 'FROM python:3.11-slim AS dev\n' });
    const { exitCode, stderr } = await laptop.pipe(['dev', '--quiet', '--', 'true'], {
      folder: join(laptop.home, 'nowhere'),
    });
    expect(stderr).toMatch(/^The dev stage sets no working directory, .*or set the option --workdir\.\n$/);
    expect(exitCode).toBe(125);
  });

  test('an engine that does not run is told', async () => {
    const environment = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    const { exitCode, stderr } = await laptop.pipe(['dev'], { environment });
    expect(stderr).toMatch(/^The Docker engine is not running \(nothing listens on \/nowhere\/docker\.sock\): /);
    expect(exitCode).toBe(125);
  });
}
