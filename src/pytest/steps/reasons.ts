import { posix } from 'node:path';
import type { Root } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { follow, type ImageFiles, mayEnter, readText } from '../../image/files.ts';
import type { Image } from '../../image/image.ts';
import { findUser } from '../../image/passwd.ts';
import { lookInto } from '../../image/steps/look.ts';
import { type Closed, type Elsewhere, type Ended, hasFailed, type Obstacle, type TestFacts } from '../facts.ts';
import { missingModules } from '../hidden-modules.ts';
import {
  deniedIn,
  hasNotBegun,
  hiddenHomes,
  interpreterOf,
  lacksPackages,
  placesOf,
  wantedFrom,
} from '../obstacles.ts';
import type { TestPlan } from '../plan.ts';
import { strangerIn, type Traits } from '../tester.ts';
import { findHiddenModule } from './hidden-modules.ts';
import { HOME } from './tester.ts';

/** A run of the tests that is over, and what was known of its image. */
type Past = { ended: Ended; traits: Traits };
type Reasons = Pick<TestFacts, 'hiddenModule' | 'obstacle' | 'elsewhere'>;

/** The most that is read of a script to find its interpreter; Linux reads less. */
const MOST_BYTES = 1 << 20;

/**
 * Why tests failed, or did not even begin, as far as the files of their image tell. Runs nothing of it, never rejects, and
 * looks nowhere after a green run.
 */
export async function findReasons(
  plan: TestPlan,
  image: Image,
  { ended, traits }: Past,
  run: Run,
  root?: Root,
): Promise<Reasons> {
  if (!hasFailed(ended)) return {};
  const look = <Result>(action: (files: ImageFiles) => Promise<Result | undefined>) =>
    lookInto(image.id, run, action, { root }).catch(() => undefined);
  const { failures } = ended.results;
  const hiddenModule = await findHiddenModule(plan.context, image, ended.results, run, root);
  const denied = deniedIn(failures);
  const isLacking = hasNotBegun(ended) || (!hiddenModule && missingModules(failures).length > 0);
  const wanted = strangerIn(plan)?.isOwner ? wantedFrom(HOME, failures) : [];
  if (!isLacking && denied.length === 0 && wanted.length === 0) return hiddenModule ? { hiddenModule } : {};
  const found = await look(async files => ({
    obstacle: isLacking
      ? await findObstacle(plan, image, { ended, traits }, files)
      : await firstClosed(plan, denied, files),
    elsewhere: await findElsewhere(wanted, image, traits, files),
  }));
  return { ...(hiddenModule ? { hiddenModule } : {}), ...defined(found) };
}

function defined({ obstacle, elsewhere }: { obstacle?: Obstacle | undefined; elsewhere?: Elsewhere | undefined } = {}) {
  return { ...(obstacle ? { obstacle } : {}), ...(elsewhere ? { elsewhere } : {}) };
}

/** The first of what a run needs that is not where the tests could reach it. */
async function findObstacle(
  plan: TestPlan,
  image: Image,
  { ended, traits }: Past,
  files: ImageFiles,
): Promise<Obstacle | undefined> {
  const { workdir, environment } = image;
  const [program = ''] = plan.command;
  const isOnPath = async (name: string) =>
    (await firstThere(placesOf(name, workdir, environment), files)) !== undefined;
  const own = homesOf(image, traits.passwd).map(home => posix.join(home, '.local/lib'));
  return (
    (await closedAt(plan, 'workdir', workdir, files)) ??
    (await findClosedProgram(plan, placesOf(program, workdir, environment), files)) ??
    ((await isOnPath('pytest')) ? undefined : await findHidden(hiddenHomes(workdir, environment), files)) ??
    (await firstOf(lacksPackages(ended) ? own : [], async path => {
      const isThere = (await follow(files, path)).kind === 'there';
      return isThere ? closedAt(plan, 'packages', path, files) : undefined;
    }))
  );
}

/** A program, or its interpreter, that lies where the tests' user may not enter. */
async function findClosedProgram(plan: TestPlan, places: string[], files: ImageFiles): Promise<Obstacle | undefined> {
  const place = await firstThere(places, files);
  if (place === undefined) return undefined;
  const itself = await closedAt(plan, 'program', place, files);
  if (itself) return itself;
  const interpreter = interpreterOf(await readText(files, place, MOST_BYTES));
  return interpreter === undefined ? undefined : closedAt(plan, 'interpreter', interpreter, files);
}

async function findHidden(
  homes: { folder: string; place: string }[],
  files: ImageFiles,
): Promise<Obstacle | undefined> {
  return firstOf(homes, async ({ folder, place }) =>
    (await follow(files, place)).kind === 'there' ? { kind: 'hidden', folder } : undefined,
  );
}

async function firstClosed(plan: TestPlan, paths: string[], files: ImageFiles): Promise<Obstacle | undefined> {
  return firstOf(paths, path => closedAt(plan, 'file', path, files));
}

/** Whether a path of an image lies behind a folder which the tests' user may not enter; a name tells no numbers. */
async function closedAt(plan: TestPlan, what: Closed, path: string, files: ImageFiles): Promise<Obstacle | undefined> {
  const user = strangerIn(plan);
  if (!user) return undefined;
  const end = await follow(files, path, folder => mayEnter(folder, user));
  return end.kind === 'closed' ? { kind: 'closed', what, path, folder: end.folder, uid: user.uid } : undefined;
}

async function firstThere(paths: string[], files: ImageFiles): Promise<string | undefined> {
  return firstOf(paths, async path => ((await follow(files, path)).kind === 'there' ? path : undefined));
}

async function firstOf<Item, Result>(
  items: Iterable<Item>,
  find: (item: Item) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  for (const item of items) {
    const found = await find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the tests looked for in their home, and who built the image has in theirs. */
async function findElsewhere(
  wanted: string[],
  image: Image,
  { passwd }: Traits,
  files: ImageFiles,
): Promise<Elsewhere | undefined> {
  return firstOf(homesOf(image, passwd), home =>
    firstOf(wanted, async path =>
      (await follow(files, posix.join(home, path))).kind === 'there' ? { path, home } : undefined,
    ),
  );
}

/** Homes of who built an image: the one that ENV gives, its user's, and that of root, who builds most of it. */
function homesOf({ config, environment }: Image, passwd: string): string[] {
  const [user = ''] = (config.User ?? '').split(':');
  const homes = [environment.HOME, findUser(user, passwd)?.home, findUser('0', passwd)?.home ?? '/root'];
  return [...new Set(homes)].filter(home => home?.startsWith('/')).map(String);
}
