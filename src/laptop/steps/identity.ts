import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type Mount, userNameOf } from '../../engine/container.ts';
import { removeContainers } from '../../engine/steps/container.ts';
import type { Person } from '../../host/context.ts';
import { ownLabel, ownName } from '../../host/run.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { docker } from '../../host/steps/exec.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import type { Image } from '../../image/image.ts';
import { messageOf, UserError } from '../../text/errors.ts';
import { homeOf, type Inhabitant, passwdWith } from '../shell.ts';

/** Whom the files belong to that are written in a container. */
export type Owner = { uid: number; gid: number };

/**
 * Makes somebody at home in containers of a project: a folder of their own that stays, with the history of their shell,
 * and a user database that knows their name. Without the name of a run, nothing is made.
 */
export async function provideInhabitant(
  image: Image,
  project: string,
  owner: Owner,
  id: string | undefined,
): Promise<Inhabitant> {
  const person = readPerson();
  const home = join(person.stateFolder, project, 'home');
  const inhabitant = { name: userNameOf(person.name), ...owner, home };
  if (id === undefined) return inhabitant;
  await mkdir(home, { recursive: true, mode: 0o700 }).catch(error => {
    throw new UserError(`${messageOf(error)}: let the variable XDG_STATE_HOME name a folder that you may write to.`);
  });
  // Root works on other people's projects as they.
  if (process.getuid?.() === 0 && owner.uid !== 0) await chown(home, owner.uid, owner.gid);
  const passwd = owner.uid === 0 ? undefined : await providePasswd(image, inhabitant, person, id);
  return { ...inhabitant, ...(passwd === undefined ? {} : { passwd }) };
}

/** Makes the places in somebody's home where more is mounted: docker would make them too, but for root. */
export async function provideMountPoints(inhabitant: Inhabitant, mounts: Mount[]): Promise<void> {
  for (const { target } of mounts) {
    const inside = posix.relative(homeOf(inhabitant), target);
    if (!inside.startsWith('..')) await mkdir(join(inhabitant.home, inside), { recursive: true });
  }
}

/** Path of the image's user database with somebody added; nothing where it knows their number already. */
async function providePasswd(
  image: Image,
  inhabitant: Inhabitant,
  { cacheFolder }: Person,
  id: string,
): Promise<string | undefined> {
  const file = join(cacheFolder, 'passwd', `${image.id.replace(/^sha256:/, '')}-${inhabitant.uid}-${inhabitant.gid}`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  const text = known ?? (await makePasswd(image, inhabitant, file, id));
  return text === '' ? undefined : file;
}

const MOST_BYTES = 1 << 20;

/** Text of the user database; empty where the image's own will do, or it has none. */
async function makePasswd(image: Image, inhabitant: Inhabitant, file: string, id: string): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true });
  const copy = `${file}.${id}`;
  const name = `${ownName(id)}-passwd`;
  await docker(['create', '--name', name, '--label', ownLabel(id), image.id, 'true']);
  const { exitCode } = await docker(['cp', '--follow-link', `${name}:/etc/passwd`, copy]);
  await removeContainers([name]);
  const own = exitCode === 0 ? await readRegularFile(copy, MOST_BYTES).catch(() => undefined) : undefined;
  if (!own) {
    // Broken off, or the image has none, or something else in its place. What is kept is believed from then on.
    await rm(copy, { recursive: true, force: true });
    return '';
  }
  const text = passwdWith(inhabitant, own.toString());
  await writeFile(copy, text, { mode: 0o644 });
  await rename(copy, file);
  return text;
}
