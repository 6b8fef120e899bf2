import { getInput } from '@actions/core';
import { type Inputs, inputNames } from '../names.ts';

/** Reads all inputs from the runner. */
export function readInputs(): Inputs {
  return Object.fromEntries(inputNames.map(name => [name, getInput(name)])) as Inputs;
}
