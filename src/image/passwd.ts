// A user database, as /etc/passwd is one (passwd(5)).

/** Somebody who is in a container; `home` is a path in it. */
export type Somebody = { name: string; uid: number; gid: number; home: string };

/** A user database in which somebody comes first, and so has the number whoever else has it too. */
export function passwdWith(person: Somebody, own: string): string {
  const lines = own.split('\n').filter(line => line !== '');
  return [passwdLine(person), ...lines, ''].join('\n');
}

/** The line of a user database that tells who somebody is. */
export function passwdLine({ name, uid, gid, home }: Somebody): string {
  return `${name}:x:${uid}:${gid}::${home}:/bin/bash`;
}

/** The first user in a database with a name, or a number that is written out; undefined where it has none. */
export function findUser(nameOrNumber: string, passwd: string): Somebody | undefined {
  const isNumber = /^\d+$/.test(nameOrNumber);
  const fields = passwd
    .split('\n')
    .map(line => line.split(':'))
    .find(([name, , uid]) => (isNumber ? uid : name) === nameOrNumber);
  const [name = '', , uid = '', gid = '', , home = ''] = fields ?? [];
  return name === '' ? undefined : { name, uid: Number(uid), gid: Number(gid), home };
}
