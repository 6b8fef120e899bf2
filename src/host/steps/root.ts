/** The command that does as root what `argv` says, without ever asking for a password. */
export function asRoot(argv: string[]): string[] {
  return process.getuid?.() === 0 ? argv : ['sudo', '--non-interactive', ...argv];
}
