// Inputs that say how a container is run: what docker itself takes, and nothing that could be taken for another option.
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import type { InputName } from './names.ts';
import { input } from './options.ts';
import { size } from './values.ts';

const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,63})?$/;
const NETWORK = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const WORKDIR = /^\/(?!\/)[^,"\n\r:]+$/;
const GPUS = /^(?:all|\d+|device=[A-Za-z0-9:_-]+(?:,[A-Za-z0-9:_-]+)*)$/;

/** A user and a group, by names or numbers. Fails on anything else. */
export function user(name: InputName, text: string): string {
  return matching(name, text, USER, 'a name or a number, such as 1000 or 1000:1000');
}

/** An absolute path in a container. Fails on anything else. */
export function workdir(name: InputName, text: string): string {
  return matching(name, text, WORKDIR, 'an absolute path, such as /usr/src/app');
}

/** `none`, for a start without the image's ENTRYPOINT. Fails on anything else. */
export function entrypoint(name: InputName, text: string): 'none' {
  if (text.toLowerCase() === 'none') return 'none';
  throw new UserError(
    sentence`${input(name)} is ${quoted(text)}: write none, which leaves the image's ENTRYPOINT out, or leave it empty; what is to be started instead goes into ${input('test-command')}.`,
  );
}

/** A network's name. Fails on anything else. */
export function network(name: InputName, text: string): string {
  return matching(name, text, NETWORK, "bridge, none, host or a network's name");
}

/** Graphics cards, as `docker run --gpus` has them. Fails on anything else. */
export function graphicsCards(name: InputName, text: string): string {
  return matching(name, text, GPUS, 'all, a number, or device=0,1');
}

/** Whole bytes of shared memory. Fails on what is no size. */
export function sharedMemory(name: InputName, text: string): number {
  return Math.round(size(name, text));
}

/** Node's clocks take no more than 24 days. */
const MOST_MINUTES = 34_000;

/** Minutes, above 0. Fails on anything else. */
export function minutes(name: InputName, text: string): number {
  const value = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && value > 0 && value < MOST_MINUTES) return value;
  throw new UserError(
    sentence`${input(name)} is ${quoted(text)}: write a number above 0 and below ${MOST_MINUTES}, such as 10.`,
  );
}

/** The network that the runner made for the job's services, in JSON; all of them are in it. Undefined where there is none. */
export function networkOfServices(_name: InputName, services: string): string | undefined {
  try {
    const values: unknown[] = Object.values(JSON.parse(services || 'null') ?? {});
    for (const value of values) {
      const name = typeof value === 'object' && value !== null && 'network' in value ? value.network : undefined;
      if (typeof name === 'string' && NETWORK.test(name)) return name;
    }
  } catch {
    // Not the runner's own words.
  }
  return undefined;
}

function matching(name: InputName, text: string, pattern: RegExp, what: string): string {
  if (pattern.test(text)) return text;
  throw new UserError(sentence`${input(name)} is ${quoted(text)}: write ${what}.`);
}
