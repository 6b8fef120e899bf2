/** Text as one word for a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command as one would type it. */
export function shellLine(argv: string[]): string {
  return argv.map(shellWord).join(' ');
}
