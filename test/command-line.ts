/** Arguments that are written one option a line, as they read on a command line. */
export function commandLine(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .flatMap(line => line.trim().split(' '));
}
