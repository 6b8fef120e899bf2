// The inputs of the action that are options of the laptop command too.
import type { NamedInput } from '../text/sentence.ts';
import type { InputName } from './names.ts';

/** An option that is an input of the action: its name, what stands for its value, and what it is but for a built-in. */
type InputOption = [name: InputName, value: string, description: string];

/** What a project is made of, which all commands need. */
const PROJECT: InputOption[] = [
  ['context', '<folder>', 'folder that Docker builds from and that is mounted (default: ".")'],
  ['file', '<path>', 'the Dockerfile (default: "Dockerfile" in the context)'],
  ['target', '<stage>', 'stage to work and test in'],
  ['share-target', '<stage>', 'stage to share'],
  ['build-args', '<name=value…>', 'build arguments'],
  ['secrets', '<id=value…>', 'secrets for the builds, which no image keeps'],
  ['secret-files', '<id=path…>', 'the same from files'],
  ['secret-envs', '<id=VARIABLE…>', 'the same from variables'],
  ['ssh', '<default…>', 'SSH agents or keys for the builds'],
];

/** How a container is run. */
const CONTAINER: InputOption[] = [
  ['env', '<name=value…>', 'variables in the container'],
  ['working-directory', '<folder>', 'folder to start in, relative to the context'],
  ['workdir', '<path>', "where the project is mounted (default: the stage's WORKDIR)"],
  ['entrypoint', '<none>', "none: start without the image's ENTRYPOINT"],
  ['network', '<name>', 'bridge, none, host or the name of a network (default: "bridge")'],
  ['shm-size', '<size>', 'shared memory, such as "1 GB"'],
  ['gpus', '<which>', 'graphics cards, as for docker run, such as "all"'],
];

/** How tests are run. */
const TESTS: InputOption[] = [
  ['test-command', '<command>', 'what starts pytest'],
  ['pytest-args', '<arguments>', 'more arguments for pytest, as one text'],
  ['read-only', '', 'the tests may write nothing into the project'],
  ['timeout-minutes', '<minutes>', 'the tests are stopped after so many minutes'],
  ['slowest', '<number>', 'how many of the slowest tests are listed'],
];

/** What is published. */
const PUBLICATION: InputOption[] = [
  ['tags', '<tag…>', 'image tags to publish under (default: from the git tag, else the branch)'],
  ['tag-prefix', '<prefix>', 'what a git tag begins with before the version'],
  ['overwrite', '', 'replace a version that another commit published'],
  ['labels', '<key=value…>', 'more labels for the image'],
];

/** All of them, by what they are for. */
export const optionGroups = { project: PROJECT, container: CONTAINER, tests: TESTS, publication: PUBLICATION };

/** Their names. */
export const optionNames: InputName[] = Object.values(optionGroups).flatMap(group => group.map(([name]) => name));

/** Options of `share` by which an input is given. */
const OTHER_OPTIONS: Partial<Record<InputName, string>> = { image: 'tag', push: 'push' };

/** An input within a sentence, at the beginning of one with a capital letter: to a person, the option that stands for it. */
export function input(name: InputName): NamedInput {
  const option = OTHER_OPTIONS[name] ?? optionNames.find(option => option === name);
  return option === undefined ? { input: name } : { input: name, option };
}
