import { getInput } from '@actions/core';
import { type InputTexts, inputNames } from '../names.ts';

/** All inputs as the runner has them. */
export function typedInputs(): InputTexts {
  return Object.fromEntries(inputNames.map(name => [name, getInput(name)])) as InputTexts;
}
