// What a build may read and no image keeps; and what an image would keep that nobody should read there.
import type { Inputs } from '../inputs/inputs.ts';
import { input } from '../inputs/options.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';

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
  /** Of those that are absent, where they are if their paths are taken for ones below the context. */
  meant?: Map<string, string>;
  variables: Map<string, string>;
};

type SecretInputs = Pick<Inputs, 'secrets' | 'secret-files' | 'secret-envs' | 'ssh'>;

/** Variable by which programs find the SSH agent. */
const AGENT = 'SSH_AUTH_SOCK';

/** Files, relative to the checkout, and variables that are needed for a build's secrets. */
export function secretSources(inputs: SecretInputs): { files: string[]; variables: string[] } {
  return {
    files: inputs['secret-files'].map(({ from }) => from),
    variables: [...inputs['secret-envs'].map(({ from }) => from), AGENT],
  };
}

/** All that the builds get as secrets. Fails where there is no such file or variable. */
export function planSecrets(inputs: SecretInputs, { files, meant, variables }: SecretFacts): BuildSecrets {
  const secrets: Secret[] = [
    ...inputs.secrets.map(([id, value]) => withValue(id, value)),
    ...inputs['secret-files'].map(({ id, from }) => {
      const { path: file, isEmpty } = files.get(from) ?? missingFile(from, meant?.get(from));
      return { id, isEmpty, file };
    }),
    ...inputs['secret-envs'].map(({ id, from }) => withValue(id, variables.get(from) ?? missingVariable(from))),
  ];
  const ssh = inputs.ssh.filter(line => line.includes('=') || variables.get(AGENT));
  return { secrets, ssh, isAgentMissing: ssh.length < inputs.ssh.length };
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

function withValue(id: string, value: string): Secret {
  return { id, isEmpty: value.trim() === '', value };
}

function missingFile(path: string, meant: string | undefined): never {
  const cure =
    meant === undefined
      ? sentence`write its path relative to the ${words.checkout}`
      : sentence`write ${quoted(meant)}, as it is relative to the ${words.checkout}`;
  throw new UserError(
    sentence`${input('secret-files')} names ${quoted(path)}, but the ${words.checkout} has no such file that ${words.canRead}: ${cure}.`,
  );
}

function missingVariable(name: string): never {
  throw new UserError(
    sentence`${input('secret-envs')} names ${name}, but there is no such variable: ${words.setVariable}.`,
  );
}
