import type { Image } from '../image/image.ts';
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
  /** The last lines of its output, or else what buildx said. */
  output: string;
};

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
    output: failed && failed.tail.length > 0 ? failed.tail.join('\n') : errorText,
  };
}
