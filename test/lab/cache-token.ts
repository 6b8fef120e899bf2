// The token a job gets for the cache service: a JWT whose claim `ac` lists the scopes it may read and write.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a run may do with the cache; the words are those of a workflow's `cache-mode`. */
export type CacheMode = 'write' | 'read' | 'write-only' | 'none';

/** Whose token it is: the run's ref, a pull request's base, and the repository's default branch (full ref names). */
export type Rights = {
  ref: string;
  baseRef?: string;
  /** Default: refs/heads/main. */
  defaultBranch?: string;
  /** The same as `cacheMode: 'read'`. */
  readOnly?: boolean;
  /** Default: write. */
  cacheMode?: CacheMode;
  /** Whose artifacts it makes and reads. */
  results?: Results;
};

/** The service's own names for a run and a job in it. */
export type Results = { run: string; job: string };

/** One scope of a token, in the order in which lookups go through them. */
export type Access = { scope: string; read: boolean; write: boolean };

const READ = 1;
const WRITE = 2;
const OWN_PERMISSION = { write: READ | WRITE, read: READ, 'write-only': WRITE, none: 0 } satisfies Record<
  CacheMode,
  number
>;
const LIFETIME_SECONDS = 6 * 60 * 60;

/** Returns a signed token for these rights, valid for six hours from `now` (milliseconds). */
export function signToken(rights: Rights, secret: Buffer, now: number): string {
  const seconds = Math.floor(now / 1000);
  const { run, job } = rights.results ?? { run: 'run-1', job: 'job-1' };
  const claims = {
    ac: JSON.stringify(scopesOf(rights)),
    scp: `Actions.ExampleScope Actions.Results:${run}:${job}`,
    repository_id: '1',
    iss: 'dev-in-docker lab',
    iat: seconds,
    nbf: seconds - 5 * 60,
    exp: seconds + LIFETIME_SECONDS,
  };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${signature(signed, secret).toString('base64url')}`;
}

/** What a token says of its bearer. */
export type Bearer = { access: Access[]; results: Results };

/** Returns what a token says, or undefined if it wasn't signed here or isn't valid at `now` (milliseconds). */
export function readToken(token: string, secret: Buffer, now: number): Bearer | undefined {
  const [header, payload, given] = token.split('.');
  if (header === undefined || payload === undefined || given === undefined) return undefined;
  const expected = signature(`${header}.${payload}`, secret);
  const actual = Buffer.from(given, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;

  const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const { exp, nbf, ac, scp } = claims;
  if (typeof exp !== 'number' || typeof nbf !== 'number' || typeof ac !== 'string') return undefined;
  if (now / 1000 < nbf || now / 1000 > exp) return undefined;

  const scopes: { Scope: string; Permission: number }[] = JSON.parse(ac);
  const access = scopes.map(({ Scope, Permission }) => ({
    scope: Scope,
    read: (Permission & READ) !== 0,
    write: (Permission & WRITE) !== 0,
  }));
  const [, run = '', job = ''] = /Actions\.Results:([^:\s]+):([^:\s]+)/.exec(String(scp)) ?? [];
  return { access, results: { run, job } };
}

/** Own ref first, then the base, then the default branch: reading goes through all of them, writing only to the own. */
function scopesOf(rights: Rights): { Scope: string; Permission: number }[] {
  const mode = rights.readOnly ? 'read' : (rights.cacheMode ?? 'write');
  const own = { Scope: rights.ref, Permission: OWN_PERMISSION[mode] };
  const readable = mode === 'write' || mode === 'read';
  const others = [rights.baseRef, rights.defaultBranch ?? 'refs/heads/main'].filter(ref => ref !== undefined);
  const read = readable ? [...new Set(others)].filter(ref => ref !== rights.ref) : [];
  return [own, ...read.map(ref => ({ Scope: ref, Permission: READ }))].filter(({ Permission }) => Permission !== 0);
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function signature(text: string, secret: Buffer): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
