import { parse as parseToml } from 'smol-toml';
import { readIgnore } from '../../src/dockerfile/ignore.ts';
import { readStage } from '../../src/dockerfile/stage.ts';
import { dockerignoreText } from '../../src/init/files.ts';
import { type InitFacts, planInit } from '../../src/init/plan.ts';

/** A project with these files, as it is found. */
export function project(files: Record<string, string>, more: Partial<InitFacts> = {}): InitFacts {
  const toml = files['pyproject.toml'];
  return {
    files,
    dockerfile: { path: 'Dockerfile', target: 'dev', shareTarget: 'share' },
    ...(toml === undefined ? {} : { pyproject: parseToml(toml) }),
    ...{ tests: [], environments: [], hasSourceFolder: false, context: '', workflows: [] },
    ...{
      startsGit: false,
      packageFolders: [],
      members: [],
      notebooks: [],
      hasLfs: false,
      hasCompiled: false,
      paths: Object.keys(files),
      tracked: [],
      sizes: {},
    },
    ...more,
  };
}

/** Text of a file that the project gets; empty where it gets none at that path. */
export const textOf = (facts: InitFacts, path: string) =>
  planInit(facts).files.find(file => file.path === path)?.text ?? '';
/** Text of the Dockerfile that the project gets. */
export const dockerfileOf = (facts: InitFacts) => textOf(facts, 'Dockerfile');

/** What a person is told of the project. */
export const notesOf = (facts: InitFacts) => planInit(facts).notes;

/** What is done in the dev stage to get the packages. */
export const installs = (dockerfile: string) =>
  dockerfile.split('\n').flatMap(line => {
    const [, command] = /^(?:RUN (?:--mount=\S+ )*|(?=COPY |FROM python|FROM mamba)| {4})(.*)$/.exec(line) ?? [];
    return command === undefined || /^(?:python -m venv|COPY \. \.|\\$)/.test(command) ? [] : [command];
  });

/** Starts of a pyproject.toml. */
export const PROJECT = '[project]\nname = "shop"\nversion = "1"\n';
export const POETRY = '[tool.poetry]\nname = "shop"\n[tool.poetry.dependencies]\npython = "^3.11"\nsix = "*"\n';

/** All that is known of a Dockerfile's dev stage without a build. */
export function knownOf(dockerfile: string) {
  const { doubt, stages, copies } = readStage(dockerfile, 'dev', []);
  const sources = copies.flatMap(copy => copy.sources);
  const ignore = readIgnore(dockerignoreText([], []));
  return { doubt, stages, hasSources: sources.length > 0, ignored: sources.filter(source => ignore.ignores(source)) };
}

/** The same of every Dockerfile that is written: nothing is in doubt, and nothing that it copies is ignored. */
export const KNOWN = { doubt: undefined, stages: ['dev', 'share'], hasSources: true, ignored: [] };
