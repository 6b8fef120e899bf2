// What `share` is asked for.

import { type GitFacts, type Origin, trustCure } from '../checkout/git.ts';
import { isImageName, isImageTag } from '../inputs/image-names.ts';
import type { InputTexts } from '../inputs/names.ts';
import { requireArchive } from '../inputs/values.ts';
import { latestTag } from '../share/version.ts';
import { UserError } from '../text/errors.ts';
import { plain, quoted } from '../text/plain.ts';
import { type Port, readPort } from './ports.ts';

/** What was typed. */
export type ShareRequest = {
  command: string[];
  ports: string[];
  isChecked: boolean;
  isPushed: boolean;
  /** `NAME` or `NAME:TAG`. */
  tag?: string;
  /** Path of an archive. */
  output?: string;
  inputs: InputTexts;
};

/** An image's name, and its tag where one was written. */
export type ImageReference = { name: string; tag?: string };

/** What is done: somebody works in the share image; or it is checked and given away; or a commit's is published. */
export type ShareTask =
  | { kind: 'work'; command: string[]; ports: Port[] }
  | { kind: 'give'; isChecked: boolean; reference?: ImageReference; output?: string }
  | { kind: 'publish'; reference: ImageReference; output?: string };

/** Decides what is done. Fails on what can't be done together, and on a name or a path that won't do. */
export function decideShare(request: ShareRequest): ShareTask {
  const { command, ports, isChecked, isPushed, tag, output, inputs } = request;
  const others = [
    ...(isPushed ? ['push'] : []),
    ...(isChecked ? ['check'] : []),
    ...(tag === undefined ? [] : ['tag']),
    ...(output === undefined ? [] : ['output']),
  ];
  const [other] = others;
  if (!isPushed) refusePublication(inputs);
  if (other === undefined) return { kind: 'work', command, ports: ports.map(readPort) };
  if (command.length > 0) throw alone(other, 'runs no other command', 'leave the command out');
  if (ports.length > 0) throw alone(other, 'starts nothing that could listen on a port', 'leave out --publish');
  if (output !== undefined) requireArchive('Option --output', output);
  const reference = tag === undefined ? undefined : readReference(tag);
  const file = output === undefined ? {} : { output };
  if (!isPushed) return { kind: 'give', isChecked, ...(reference ? { reference } : {}), ...file };
  if (!reference) {
    throw new UserError(
      'Option --push does not say where to: name the image with --tag, such as --tag ghcr.io/owner/name.',
    );
  }
  return { kind: 'publish', reference: requireAccount(reference), ...file };
}

function alone(name: string, what: string, cure: string): UserError {
  return new UserError(`Option --${name} ${what}: ${cure}, or run both, one after the other.`);
}

/** Options that say how to publish would be without effect. */
function refusePublication(inputs: InputTexts): void {
  const name = (['tags', 'tag-prefix', 'overwrite', 'labels'] as const).find(name => inputs[name] !== '');
  if (name !== undefined) throw new UserError(`Option --${name} is for publishing only: add --push, or leave it out.`);
}

/** `localhost:5000/wine` has a port, `wine:5000` a tag. */
function readReference(text: string): ImageReference {
  const [, written = '', tag] = /^(.*?)(?::([^/:]*))?$/s.exec(text) ?? [];
  const name = written.toLowerCase();
  if (isImageName(name) && (tag === undefined || isImageTag(tag)))
    return { name, ...(tag === undefined ? {} : { tag }) };
  throw new UserError(
    `Option --tag is ${quoted(text)}: write a name, or a name and a tag, such as ghcr.io/owner/name or ghcr.io/owner/name:1.0.`,
  );
}

/** On Docker Hub, a name without an account is one of Docker's own. */
function requireAccount(reference: ImageReference): ImageReference {
  if (reference.name.includes('/')) return reference;
  throw new UserError(
    `Option --tag is ${quoted(reference.name)}, which says neither which registry nor whose image: write it whole, such as ghcr.io/owner/${reference.name}.`,
  );
}

const MOST_NAMES = 4;

/** Why git has no commit to publish. */
export function noCommit({ state, top }: Pick<GitFacts, 'state' | 'top'>): UserError {
  const reasons: Record<GitFacts['state'], string> = {
    'no git': 'git is not installed: install it',
    distrusted: `git distrusts ${quoted(top)}, which belongs to another user: ${trustCure(top)}`,
    'no repository': 'git knows no commit of this project: make it a git repository, and commit your files first',
    repository: 'this git repository has no commit yet: commit your files first',
  };
  return new UserError(`Nothing can be published from here, since ${reasons[state]}.`);
}

/** The ref that is published: a tag where the commit has one, of several the latest version, else the branch. Fails where the commit does not tell what would be, or under which tag. */
export function publishedRef(origin: Origin, tag: string | undefined, prefix: string): string {
  if (origin.changed.length > 0) {
    throw new UserError(
      `What is published must be what the commit has, but ${listed(origin.changed)} ${origin.changed.length === 1 ? 'differs' : 'differ'} from it: commit first, or stash or ignore what is not meant.`,
    );
  }
  const gitTag = latestTag(origin.tags, prefix);
  if (gitTag !== undefined) return `refs/tags/${gitTag}`;
  const [other] = origin.tags;
  if (other !== undefined) {
    throw new UserError(
      `Option --tag-prefix is ${quoted(prefix)}, but the git tag ${quoted(other)} does not begin with it: correct it, or leave it out.`,
    );
  }
  if (origin.branch !== '') return origin.branch;
  if (tag !== undefined) return `refs/heads/${origin.sha.slice(0, 12)}`;
  throw new UserError(
    'Neither a branch nor a tag is checked out that could name what is published: check one out, or write a tag behind the name in --tag.',
  );
}

/** A few names, and how many more there are. */
function listed(files: string[]): string {
  const names = files.slice(0, files.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES).map(plain);
  const left = files.length - names.length;
  const all = left > 0 ? [...names, `${left} other files`] : names;
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
