import { parse, TomlError } from 'smol-toml';
import { UserError } from '../../text/errors.ts';
import { plain } from '../../text/plain.ts';

/** Reads TOML. Fails with a sentence that names the file and the line. */
export function parseToml(text: string, path: string): Record<string, unknown> {
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    throw new UserError(`${path} is no valid TOML in line ${error.line} (${plain(reason)}): correct that line.`);
  }
}
