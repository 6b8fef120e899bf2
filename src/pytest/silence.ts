import { commandLine } from '../text/command-line.ts';
import { quoted } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';

/** How long an ENTRYPOINT may take before one is told that there is no sign of pytest. */
export const SILENCE_SECONDS = 30;

/** That there is no sign of pytest so far, and who has its command. */
export function silentSentence(command: string[], entrypoint: string[], isGivenUp: boolean): Sentence {
  const so = isGivenUp
    ? 'The tests are started once more, without it.'
    : sentence`It has to end in exec "$@"; to start the tests without it, ${words.noEntrypoint}.`;
  return sentence`There is no sign of pytest after ${SILENCE_SECONDS} s: the image's ENTRYPOINT ${quoted(commandLine(entrypoint))} has ${quoted(commandLine(command))} as its arguments, and may do something else with them. ${so}`;
}
