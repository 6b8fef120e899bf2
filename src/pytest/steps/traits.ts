import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Root } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { follow, type ImageFiles, readText } from '../../image/files.ts';
import type { Image } from '../../image/image.ts';
import { findUser } from '../../image/passwd.ts';
import { lookInto } from '../../image/steps/look.ts';
import type { Traits } from '../tester.ts';
import { hiddenFolders, isShellScript, marksOf, volumesWithin } from '../workdir.ts';

const PASSWD = '/etc/passwd';
const MOST_BYTES = 1 << 20;

/**
 * The traits of an image, of which nothing is run. On a person's machine they are kept, so that only the first command after
 * a build takes the time to look. Rejects only where docker is missing.
 */
export async function inspectTraits(image: Image, run: Run, root?: Root): Promise<Traits> {
  const file = run.reader === 'runner' ? undefined : fileOf(image);
  const kept =
    file &&
    (await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined));
  if (kept) return kept;
  return lookInto(
    image.id,
    run,
    async (files, signal) => {
      const traits = await traitsOf(image, files);
      // What was not found in time may be there.
      if (file && !signal.aborted && traits.passwd !== '') await keep(file, traits, run.id);
      return traits;
    },
    { root },
  );
}

/** Traits of another form have another number. */
const FORMAT = 1;

/** Another working directory may be chosen for the same image. */
function fileOf({ id, workdir }: Image): string {
  return join(readPerson().cacheFolder, 'images', `${sha256(JSON.stringify([FORMAT, id, workdir]))}.json`);
}

async function keep(file: string, traits: Traits, id: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const copy = `${file}.${id}`;
  await writeFile(copy, JSON.stringify(traits));
  await rename(copy, file);
}

async function traitsOf(image: Image, files: ImageFiles): Promise<Traits> {
  const [passwd, packages, filled] = await Promise.all([
    readText(files, PASSWD, MOST_BYTES),
    those(hiddenFolders(image), folder => hasPackages(image, folder, files)),
    those(volumesWithin(image), folder => files.has(join(image.workdir, folder), () => true)),
  ]);
  const userBase = await findUserBase(image, passwd, files);
  return { passwd, packages, filled, ...(userBase === undefined ? {} : { userBase }) };
}

async function those(folders: string[], isOne: (folder: string) => Promise<boolean>): Promise<string[]> {
  const answers = await Promise.all(folders.map(isOne));
  return folders.filter((_, index) => answers[index]);
}

async function hasPackages({ workdir }: Image, folder: string, files: ImageFiles): Promise<boolean> {
  const found = await Promise.all(
    marksOf(folder).map(async mark => {
      const end = await follow(files, join(workdir, mark));
      if (end.kind !== 'there' || mark === folder) return end.kind === 'there';
      // A folder of scripts may have a folder, or a script, that is called "python".
      return end.found.kind !== 'folder' && !isShellScript(await readText(files, end.path, MOST_BYTES));
    }),
  );
  return found.includes(true);
}

/** The packages in root's own home can't be reached by others; ENV can give the build another home. */
async function findUserBase(
  { config, environment }: Image,
  passwd: string,
  files: ImageFiles,
): Promise<string | undefined> {
  const [name = ''] = typeof config.User === 'string' ? config.User.split(':') : [];
  const user = findUser(name, passwd);
  const home = environment.HOME ?? (user?.uid === 0 ? undefined : user?.home);
  if (!home?.startsWith('/')) return undefined;
  const base = join(home, '.local');
  const end = await follow(files, join(base, 'lib'));
  return end.kind === 'there' && end.found.kind === 'folder' ? base : undefined;
}
