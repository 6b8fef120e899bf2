import { cp } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gitVariables } from '../../checkout/git.ts';
import { gitDataElsewhere, readGitIdentity } from '../../checkout/steps/git.ts';
import { runArguments } from '../../engine/container.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { entrypointOf, type Image } from '../../image/image.ts';
import { checkoutMounts, findPlaces, type Places, placed } from '../../pytest/steps/test.ts';
import { packageVariables } from '../../pytest/tester.ts';
import { type Port, readPort, requireNetwork } from '../ports.ts';
import { shellCommand, shellContainer } from '../shell.ts';
import { provideInhabitant, provideMountPoints } from '../steps/identity.ts';
import { projectName } from '../steps/local-image.ts';
import { show } from './dry-run.ts';
import { enter } from './enter.ts';
import { provideImage } from './image.ts';
import type { Options } from './options.ts';
import { openProject, type Project } from './project.ts';
import { inSession, isAtTerminal, TROUBLE } from './session.ts';

/** What `dev` can be told besides the options of a project. */
export type DevOptions = Options & { command: string[]; ports: string[]; isRebuilt: boolean };

/** Folder with the settings by which Jupyter listens to more than the container itself. */
const JUPYTER = fileURLToPath(new URL('./jupyter', import.meta.url));

/**
 * Opens a shell in the dev stage, or runs a command in it, with the project mounted and oneself as the user. Resolves
 * with the command's exit code.
 */
export async function dev(options: DevOptions): Promise<number> {
  const ports = options.ports.map(readPort);
  return inSession(options, async run => {
    const project = await openProject(options.inputs, run, 'target');
    requireNetwork(ports, project.inputs.network);
    const built = await provideImage(project, options, options);
    if (!built) return TROUBLE;
    const image = placed(built, project.plan.test);
    const places = options.isDryRun ? undefined : await findPlaces(project.plan.test, image, project.run);
    const args = await devArguments(image, project, { ...options, ports, places });
    if (options.isDryRun) return show(args);
    return enter(args, ports, project.run, ' (Jupyter does)');
  });
}

async function devArguments(
  image: Image,
  { checkout, folder, plan, run }: Project,
  { command, ports, places }: { command: string[]; ports: Port[]; places: Places | undefined },
): Promise<string[]> {
  const { context } = plan.test;
  const owner = { uid: plan.test.uid, gid: plan.test.gid };
  const visible = places?.visible ?? [];
  const [inhabitant, identity, gitData] = await Promise.all([
    provideInhabitant(projectName(checkout.context), owner, places && { passwd: places.traits.passwd, temp: run.temp }),
    readGitIdentity(context),
    gitDataElsewhere(context),
  ]);
  const mounts = [
    ...(places
      ? await checkoutMounts({ ...plan.test, isReadOnly: false }, image, places)
      : [{ source: context, target: image.workdir }]),
    ...(gitData === undefined ? [] : [{ source: gitData, target: gitData }]),
  ];
  if (places) await provideMountPoints(inhabitant, mounts);
  const { terminal } = readPerson();
  const container = shellContainer(
    {
      ...{ id: run.id, image: image.id, stage: plan.dev.stage, command, ports, isTerminal: isAtTerminal() },
      imageEnvironment: image.environment,
      environment: {
        ...terminal,
        ...gitVariables(image.workdir, identity),
        ...(places ? packageVariables(places.traits, image.environment) : {}),
        ...plan.test.environment,
      },
    },
    {
      inhabitant,
      workdir: posix.join(image.workdir, folder),
      mounts,
      volumes: visible,
      jupyter: places ? await provideJupyter(run.temp) : JUPYTER,
    },
  );
  return runArguments(
    { ...plan.test, command: shellCommand(command) },
    { ...container, entrypoint: entrypointOf(image) },
  );
}

/** A copy of Jupyter's settings where every engine can mount it; returns its path. */
async function provideJupyter(temp: string): Promise<string> {
  const folder = join(temp, 'jupyter');
  await cp(JUPYTER, folder, { recursive: true });
  return folder;
}
