// What starts pytest, if not pytest itself.
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import type { InputName } from './names.ts';
import { input } from './options.ts';
import { shellWords } from './values.ts';

/** What only a shell would understand, as words of their own. */
const OPERATORS = ['&&', '||', '|', ';', '&', '>', '2>&1'];
const BUILTINS = ['cd', 'export', 'source', '.', 'set', 'exec', 'ulimit', 'umask'];

/** A program and its arguments, split as a shell would. Fails on a line that only a shell could run. */
export function startCommand(name: InputName, text: string): string[] {
  const words = shellWords(name, text);
  const [program = ''] = words;
  if (/^[A-Za-z_]\w*=/.test(program)) {
    throw new UserError(
      sentence`${input(name)} is ${quoted(text)}, which sets a variable as only a shell can: write ${quoted(program)} into ${input('env')}.`,
    );
  }
  const sign = BUILTINS.includes(program)
    ? program
    : words.find(word => OPERATORS.includes(word) || /^[^\s;]+;$/.test(word));
  if (sign === undefined) return words;
  throw new UserError(
    sentence`${input(name)} is ${quoted(text)}, but no shell runs it, which ${quoted(sign)} would need: write sh -c "…" around it${program === 'cd' ? sentence`, or name the folder in ${input('working-directory')}` : ''}.`,
  );
}
