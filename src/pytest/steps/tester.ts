import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mount, userNameOf } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { passwdWith, type Somebody } from '../../image/passwd.ts';
import type { Circumstances } from '../environment.ts';
import type { TestPlan } from '../plan.ts';
import { inhabitantOf, packageVariables, strangerIn, type Traits } from '../tester.ts';

/** The home of the tests in their container. */
export const HOME = '/opt/dev-in-docker/home';

/** Mounts that make somebody at home in a container, and who that is; nobody where the image knows them. */
type Settled = { mounts: Mount[] } & Pick<Circumstances, 'somebody'>;

/** Makes whoever runs the tests known in an image, and gives them a home in a folder on this machine. */
export async function settle(
  plan: TestPlan,
  images: Record<string, string>,
  traits: Traits,
  { folder, reader }: { folder: string } & Pick<Run, 'reader'>,
): Promise<Settled> {
  const stranger = strangerIn(plan);
  const name = reader === 'runner' ? 'runner' : userNameOf(readPerson().name);
  const somebody = stranger && inhabitantOf(stranger, traits, { name, home: HOME });
  if (!somebody) return { mounts: [] };
  const mounts: Mount[] = [];
  const database = await writeDatabase(folder, somebody, traits);
  if (database !== undefined) mounts.push({ source: database, target: '/etc/passwd', isReadOnly: true });
  if (somebody.home === HOME) mounts.push({ source: await makeHome(folder), target: HOME });
  return { mounts, somebody: { ...somebody, packages: packageVariables(traits, images, plan.environment) } };
}

async function makeHome(folder: string): Promise<string> {
  const home = join(folder, 'home');
  await mkdir(home);
  // Root runs the tests as another; the folder around it is private.
  await chmod(home, 0o777);
  return home;
}

/** Writes a user database that knows somebody into a folder, and returns its path; undefined where the image has none to begin with. */
export async function writeDatabase(
  folder: string,
  somebody: Somebody,
  { passwd }: Pick<Traits, 'passwd'>,
): Promise<string | undefined> {
  if (passwd === '') return undefined;
  const file = join(folder, 'passwd');
  await writeFile(file, passwdWith(somebody, passwd), { mode: 0o644 });
  return file;
}
