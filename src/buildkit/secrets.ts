// What a build may read and no image keeps; and what an image would keep that nobody should read there.
import type { Inputs } from '../inputs/names.ts';
import { lines, relative, secretValues } from '../inputs/values.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/** A secret, under the id that the Dockerfile mounts it by. */
export type Secret = {
  id: string;
  /** Whether there is nothing in it but white space. */
  isEmpty: boolean;
  /** Absolute path of the file that holds it. */
  file?: string;
  /** What it is, where no file holds it. */
  value?: string;
};

/** What a build gets besides its context and arguments. */
export type BuildSecrets = {
  secrets: Secret[];
  /** SSH agents and keys, as `docker buildx build --ssh` has them. */
  ssh: string[];
  /** Whether one was asked for that would be the agent of an earlier step, and there was none. */
  isAgentMissing: boolean;
};

/** A file by its absolute path, and whether there is nothing in it but white space. */
export type SecretFile = { path: string; isEmpty: boolean };

/** What the places hold that secrets come from, by the names that the inputs give them; absent where there is nothing. */
export type SecretFacts = {
  files: Map<string, SecretFile>;
  variables: Map<string, string>;
};

type SecretInputs = Pick<Inputs, 'secrets' | 'secret-files' | 'secret-envs' | 'ssh'>;

/** A secret, and the file or the variable that it comes from. */
type Source = { id: string; place: string };

/** Variable by which programs find the SSH agent. */
const AGENT = 'SSH_AUTH_SOCK';

/** Files, relative to the checkout, and variables that are needed for a build's secrets. Fails on malformed lines. */
export function secretPlaces(inputs: SecretInputs): { files: string[]; variables: string[] } {
  return {
    files: filesOf(inputs).map(({ place }) => place),
    variables: [...variablesOf(inputs).map(({ place }) => place), AGENT],
  };
}

/** All that the builds get as secrets. Fails on malformed lines, on an id given twice, and where there is no such file or variable. */
export function planSecrets(inputs: SecretInputs, { files, variables }: SecretFacts): BuildSecrets {
  const secrets: Secret[] = [
    ...secretValues(inputs.secrets).map(([id, value]) => withValue(id, value)),
    ...filesOf(inputs).map(({ id, place }) => {
      const { path: file, isEmpty } = files.get(place) ?? missingFile(place);
      return { id, isEmpty, file };
    }),
    ...variablesOf(inputs).map(({ id, place }) => withValue(id, variables.get(place) ?? missingVariable(place))),
  ];
  const agents = lines(inputs.ssh);
  if (!agents.every(line => /^[A-Za-z0-9_.-]+(?:=.+)?$/.test(line)))
    throw new UserError('Input ssh has a line that is neither default nor id=path: write one of them a line.');
  requireOnce(
    secrets.map(({ id }) => id),
    'secrets, secret-files and secret-envs',
  );
  requireOnce(
    agents.map(line => line.replace(/=.*/, '')),
    'ssh',
  );
  const ssh = agents.filter(line => line.includes('=') || variables.get(AGENT));
  return { secrets, ssh, isAgentMissing: ssh.length < agents.length };
}

/** Name of the variable by which buildx gets the value of the secret with that index. */
export function secretVariable(index: number): string {
  return `DEV_IN_DOCKER_SECRET_${index}`;
}

/** The variables that buildx needs besides its ordinary ones. */
export function secretEnvironment({ secrets }: BuildSecrets): Record<string, string> {
  return Object.fromEntries(
    secrets.flatMap(({ value }, index) => (value === undefined ? [] : [[secretVariable(index), value]])),
  );
}

/** Lines of secrets that the log must not show. Short ones, such as a bracket, would hide half of it. */
export function linesToMask({ secrets }: BuildSecrets): string[] {
  // Unlike those of an input, a line of a secret may begin with #.
  const all = secrets.flatMap(({ value = '' }) => value.split(/\r?\n/));
  return all.map(line => line.trim()).filter(line => line.length >= 8);
}

function filesOf(inputs: SecretInputs): Source[] {
  return sourcesOf('secret-files', inputs, /^([A-Za-z0-9_.-]+)=(.+)$/, 'id=path').map(({ id, place }) => ({
    id,
    place: relative('secret-files', place),
  }));
}

function variablesOf(inputs: SecretInputs): Source[] {
  return sourcesOf('secret-envs', inputs, /^([A-Za-z0-9_.-]+)=([A-Za-z_][A-Za-z0-9_]*)$/, 'id=VARIABLE');
}

/** What does not have the form may be a value: it is not shown. */
function sourcesOf(input: 'secret-files' | 'secret-envs', inputs: SecretInputs, form: RegExp, words: string): Source[] {
  return lines(inputs[input]).map(line => {
    const [, id, place] = form.exec(line) ?? [];
    if (id !== undefined && place !== undefined) return { id, place };
    throw new UserError(`Input ${input} has a line that is not ${words}: write one ${words} a line.`);
  });
}

function withValue(id: string, value: string): Secret {
  return { id, isEmpty: value.trim() === '', value };
}

function missingFile(path: string): never {
  throw new UserError(
    `Input secret-files names ${quoted(path)}, but the checkout has no such file that this job can read: write its path relative to the checkout.`,
  );
}

function missingVariable(name: string): never {
  throw new UserError(`Input secret-envs names ${name}, but there is no such variable: set it with env: on this step.`);
}

function requireOnce(ids: string[], inputs: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new UserError(`The id ${twice} is given twice in ${inputs}: give each an id of its own.`);
}
