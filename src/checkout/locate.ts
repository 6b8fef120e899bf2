// Which files of the checkout a run needs, and whether they are there.

import type { Context } from '../host/context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { input } from '../inputs/options.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import type { Checkout } from './checkout.ts';

/** Where to look in the checkout; all paths are relative to it. */
export type ProjectPaths = {
  context: string;
  dockerfile: string;
  /** Globs for the files that make the cache key, relative to the context; those of the user, or nothing. */
  dependencies: string[];
};

/** The first of these that is there makes the cache key, where nobody says what does: the most exact ones first. */
export const DEPENDENCY_FILES = [
  'requirements.txt',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'environment.yml',
  'pyproject.toml',
];

const DOCKERFILE_TO_PASTE = `FROM python:3.14-slim AS dev
WORKDIR /usr/src/app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM dev AS share
COPY . .`;

/** How to get a Dockerfile, up to the end of the sentence. */
const START = {
  job: `start with this one:\n\n${DOCKERFILE_TO_PASTE}`,
  person: 'write one with "dev-in-docker init".',
};

/** Where to look for what. */
export function locate(inputs: Inputs): ProjectPaths {
  return {
    context: inputs.context,
    dockerfile: dockerfileOf(inputs),
    dependencies: inputs['cache-dependency-path'],
  };
}

/** Path of the Dockerfile, relative to the checkout. */
export function dockerfileOf({ file, context }: Pick<Inputs, 'file' | 'context'>): string {
  return file ?? (context === '.' ? 'Dockerfile' : `${context}/Dockerfile`);
}

/** Fails on jobs that can't be served, wherever the files are. */
export function requireLinux(inputs: Inputs, { runnerOs }: Context): void {
  if (runnerOs !== 'Linux') {
    throw new UserError(
      `This runner has ${runnerOs || 'an unknown system'}, but Docker images need Linux: write runs-on: ubuntu-latest.`,
    );
  }
  if (inputs['job-container'] !== '') {
    throw new UserError(
      'This job runs in a container of its own, whose paths the Docker engine does not know: remove container: from the job; the tests run in your dev image anyway.',
    );
  }
}

/** Folder and Dockerfile of the project. Fails where the checkout lacks what it was to have. */
export function requireFiles(checkout: Checkout, paths: ProjectPaths): { context: string; dockerfile: string } {
  if (checkout.isEmpty) {
    throw new UserError(sentence`There are no files to test: ${words.nothingThere}.`);
  }
  if (checkout.context === undefined) {
    throw new UserError(
      sentence`${input('context')} is ${quoted(paths.context)}, but the ${words.checkout} has no such folder: write its path relative to the ${words.checkout}.`,
    );
  }
  if (checkout.dockerfile === undefined && checkout.meantDockerfile !== undefined) {
    throw new UserError(
      sentence`There is no ${paths.dockerfile} in the ${words.checkout}, but there is ${checkout.meantDockerfile}. Write that path: ${input('file')} is relative to the ${words.checkout}, not to ${input('context')}.`,
    );
  }
  if (checkout.dockerfile === undefined) {
    const others = checkout.otherDockerfiles.slice(0, 5).join(', ');
    throw new UserError(
      sentence`There is no ${paths.dockerfile} in the ${words.checkout}. Set ${input('file')} to ${others ? `one of those that are there (${others})` : 'where yours is'}, or ${START}`,
    );
  }
  if (/[\n\r]/.test(checkout.context)) {
    throw new UserError(
      sentence`The folder ${quoted(checkout.context)} can't be mounted: Docker takes no line break in a path. ${words.plainerFolder}.`,
    );
  }
  const { unmatched, meant } = checkout.dependencies;
  if (unmatched[0] !== undefined) {
    const cure =
      meant === undefined
        ? 'correct it, or remove it to use requirements.txt'
        : sentence`write ${quoted(meant)}, as it is relative to ${input('context')}`;
    throw new UserError(
      sentence`${input('cache-dependency-path')} has ${quoted(unmatched[0])}, which matches no file in ${paths.context === '.' ? sentence`the ${words.checkout}` : paths.context}: ${cure}.`,
    );
  }
  return { context: checkout.context, dockerfile: checkout.dockerfile };
}
