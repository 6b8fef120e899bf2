import { UserError } from '../text/errors.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { lines } from './lists.ts';
import { input } from './options.ts';

/** What in a build argument's value is a secret without doubt. */
const SECRETS: [name: string, form: RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token', /\b(?:gh[oprsu]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|pypi-Ag[\w-]{20}|npm_[A-Za-z0-9]{30})/],
  ['a token', /\b(?:xox[a-z]-[\w-]{10}|(?:AKIA|ASIA)[A-Z0-9]{16}\b|AIza[\w-]{35}(?![\w-]))/],
  ['a token', /\b(?:hf_[A-Za-z0-9]{30}|dckr_[op]at_[\w-]{20}|gldt-[\w-]{20}|sk-(?:ant|proj)-[\w-]{20})/],
  ['a URL with a password', /[a-z0-9+.-]:\/\/[^\s/?#@:]*:[^\s/?#@]+@(?!sha256:)/i],
];

const CURE = sentence`pass it by ${input('secrets')}, and mount it with RUN --mount=type=secret`;

/** Fails where build arguments, as the input has them, hold what is a secret by its form. Never shows a value. */
export function refuseSecrets(buildArguments: string): void {
  for (const line of lines(buildArguments)) {
    const [what] = SECRETS.find(([, form]) => form.test(line)) ?? [];
    if (what === undefined) continue;
    const [, name] = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(line) ?? [];
    throw new UserError(
      sentence`${input('build-args')} has ${what}${name === undefined ? '' : ` in ${name}`}, which everyone who has the image can read: ${CURE}.`,
    );
  }
}

/** What to tell of build arguments (`NAME=value`) that are secrets by their names. */
export function secretNotices(buildArguments: string[]): Sentence[] {
  const secret = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|PRIVATE_KEY|CREDENTIALS)(?:_|$)/i;
  const names = buildArguments.map(pair => pair.replace(/=.*/s, '')).filter(name => secret.test(name));
  return names.map(
    name =>
      sentence`The build argument ${name} looks like a secret, which everyone who has the image can read: ${CURE}.`,
  );
}
