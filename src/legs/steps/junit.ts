import { writeWithin } from '../../host/steps/within.ts';
import { input } from '../../inputs/options.ts';
import { messageOf } from '../../text/errors.ts';
import { plain } from '../../text/plain.ts';
import { type Sentence, sentence } from '../../text/sentence.ts';

/** Writes the file that `junit-file` asks for; the sentence why it can't be written, undefined where it is. Never rejects. */
export async function writeAsked(workspace: string, path: string, text: string): Promise<Sentence | undefined> {
  try {
    if (await writeWithin(workspace, path, text)) return undefined;
    return sentence`${input('junit-file')} leads out of the checkout by way of a link: write a path within it.`;
  } catch (error) {
    return sentence`${input('junit-file')} can't be written: ${plain(messageOf(error))}.`;
  }
}
