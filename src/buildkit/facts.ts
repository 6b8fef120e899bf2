import type { Image } from '../image/image.ts';
import { plain } from '../text/plain.ts';
import { type BuildStep, failedLine } from './progress.ts';

/** What became of the build of a stage. */
export type BuildFacts = {
  stage: string;
  /** Absent where the build failed. */
  image?: Image;
  failure?: BuildFailure;
  steps: BuildStep[];
  /** Files with a credential of git's that the image would have got, relative to the context; absent without any. */
  keptOut?: string[];
  seconds: number;
};

export type BuildFailure = {
  /** The instruction that failed, such as `RUN pip install -r requirements.txt`; absent where none is to blame. */
  instruction?: string;
  /** Its line in the Dockerfile. */
  line?: number;
  /** The last lines of its output, with the first error above them; or else what buildx said. */
  output: string;
};

const MOST_LINES = 20;

/** How compilers, interpreters, shells and apt begin or end a line that says what is wrong. */
const ERROR =
  /^\s*(?:[\w.]{0,100}(?:Error|Exception)|error|fatal|ERROR|E)(?:\[\w{1,20}\])?: \S|: (?:fatal )?error: |\b(?:command|executable) not found\b|: not found$|^\s*CMake Error\b/;
/** That some package's own build failed, which tells nothing of why. */
const NO_REASON =
  /error: (?:subprocess-exited-with-error|metadata-generation-failed|failed-wheel-build|legacy-install-failure)|ERROR: Failed (?:building wheel|to build)/i;

/** The last lines of an output; above them the first line that says what is wrong, if none of them is it. */
function lastWords(tail: string[]): string {
  const last = tail.slice(-MOST_LINES);
  const reason = tail.find(line => ERROR.test(plain(line)) && !NO_REASON.test(line));
  const isAbove = reason !== undefined && !last.includes(reason);
  return [...(isAbove ? [reason.trim(), '…'] : []), ...last].join('\n');
}

function failedStep(steps: BuildStep[]): BuildStep | undefined {
  return steps.find(step => step.error && /did not complete successfully/.test(step.error));
}

/** What failed in a build, by its steps and by what buildx said besides. */
export function describeFailure(steps: BuildStep[], errorText: string): BuildFailure {
  const failed = failedStep(steps);
  const line = failedLine(errorText);
  // An instruction that was never run, such as a misspelled one, is only marked in the lines that buildx prints.
  const instruction = failed?.name.replace(/^\[[^\]]*\] /, '') ?? /^ *\d+ \| >>> (.+)$/m.exec(errorText)?.[1];
  return {
    ...(instruction === undefined ? {} : { instruction }),
    ...(line === undefined ? {} : { line }),
    output: failed && failed.tail.length > 0 ? lastWords(failed.tail) : errorText,
  };
}
