// Who the tests are in their container.

import { findUser, type Somebody } from '../image/passwd.ts';
import type { TestPlan } from './plan.ts';

/** What of an image decides how somebody gets on in it, and does not stand in its configuration. */
export type Traits = {
  /** Its user database; empty where it has none. */
  passwd: string;
  /** Folders with packages that the mounted checkout hides, relative to the working directory. */
  packages: string[];
  /** Volumes below the working directory in which it has files, likewise. */
  filled: string[];
  /** Where its own user has installed packages for nobody else (`pip install --user`), in Python's terms. */
  userBase?: string;
};

/** Somebody whom an image needs not know, by their numbers; `isOwner` says whether the checkout is theirs. */
export type Stranger = { uid: number; gid: number; isOwner: boolean };

/** Who runs the tests, where that is a number that an image may not know; undefined for a name, and for root. */
export function strangerIn({ user, uid, gid }: Pick<TestPlan, 'user' | 'uid' | 'gid'>): Stranger | undefined {
  if (user === undefined) return uid === 0 ? undefined : { uid, gid, isOwner: true };
  const [, number, group = ''] = /^(\d+)(?::(\d+))?/.exec(user) ?? [];
  if (number === undefined || Number(number) === 0) return undefined;
  return { uid: Number(number), gid: Number(group), isOwner: false };
}

/** Whether somebody asked for root, who may not write into what is others' without a capability. */
export function isRoot(user: string | undefined): boolean {
  return /^(?:root|0+)(?::|$)/.test(user ?? '');
}

/**
 * Who a stranger is in an image. Undefined where it knows their number and the number was asked for: then they are who it
 * says. Only to whom the checkout belongs a home is given that lies on this machine, where it has to be removed at the end.
 */
export function inhabitantOf(
  { uid, gid, isOwner }: Stranger,
  { passwd }: Pick<Traits, 'passwd'>,
  { name, home }: { name: string; home: string },
): Somebody | undefined {
  if (!isOwner && findUser(String(uid), passwd)) return undefined;
  return { name, uid, gid, home: isOwner ? home : '/tmp' };
}

/** Variables by which somebody finds the packages that an image's own user has installed, unless a variable says where they are. */
export function packageVariables({ userBase }: Traits, ...others: Record<string, string>[]): Record<string, string> {
  const isSet = others.some(({ PYTHONUSERBASE }) => PYTHONUSERBASE !== undefined);
  return userBase === undefined || isSet ? {} : { PYTHONUSERBASE: userBase };
}
