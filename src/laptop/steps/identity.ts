import { chown, mkdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type Mount, userNameOf } from '../../engine/container.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { writeDatabase } from '../../pytest/steps/tester.ts';
import { messageOf, UserError } from '../../text/errors.ts';
import { homeOf, type Inhabitant } from '../shell.ts';

/** Whom the files belong to that are written in a container. */
export type Owner = { uid: number; gid: number };

/** What is needed to make somebody known in a container: the image's own user database, and a folder for another. */
type Database = { passwd: string; temp: string };

/**
 * Makes somebody at home in containers of a project: a folder of their own that stays, with the history of their shell,
 * and a user database that knows their name. Without one to start from, nothing is made.
 */
export async function provideInhabitant(
  project: string,
  owner: Owner,
  database: Database | undefined,
): Promise<Inhabitant> {
  const person = readPerson();
  const home = join(person.stateFolder, project, 'home');
  const inhabitant = { name: userNameOf(person.name), ...owner, home };
  if (!database) return inhabitant;
  await mkdir(home, { recursive: true, mode: 0o700 }).catch(error => {
    throw new UserError(`${messageOf(error)}: let the variable XDG_STATE_HOME name a folder that you may write to.`);
  });
  // Root works on other people's projects as they.
  if (process.getuid?.() === 0 && owner.uid !== 0) await chown(home, owner.uid, owner.gid);
  if (owner.uid === 0) return inhabitant;
  const passwd = await writeDatabase(database.temp, { ...inhabitant, home: homeOf(inhabitant) }, database);
  return { ...inhabitant, ...(passwd === undefined ? {} : { passwd }) };
}

/** Makes the places in somebody's home where more is mounted: docker would make them too, but for root. */
export async function provideMountPoints(inhabitant: Inhabitant, mounts: Mount[]): Promise<void> {
  for (const { target } of mounts) {
    const inside = posix.relative(homeOf(inhabitant), target);
    if (!inside.startsWith('..')) await mkdir(join(inhabitant.home, inside), { recursive: true });
  }
}
