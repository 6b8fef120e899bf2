import { quote as shellWord } from 'shlex';

/**
 * Settings that give access: a line of its own or behind its section's name, with the lines that go on after a backslash.
 * Whole words end in these, such as `oauth-token`; but `extraheader` is one by itself.
 */
const SECRET =
  /^(\ufeff?\[[^\n]*\])?[ \t]*(?:extraheader|smtppass|(?:[a-z\d]{1,30}-){0,3}(?:token|password|secret))[ \t]*=(?:[^\n]*\\\r?\n)*[^\n]*(?:\n|$)/gim;

/** A git configuration without what gives access: authorization headers, passwords, and what stands for them in addresses. */
export function withoutCredentials(text: string): string {
  return text
    .replace(SECRET, (_, section: string | undefined) => (section === undefined ? '' : `${section}\n`))
    .replace(/:\/\/[^/\s"]+@/g, (found, offset: number, all: string) => {
      // A name by itself is a token to a web server, but not to ssh.
      const isName = !found.includes(':', 3) && all.startsWith('ssh', offset - 3);
      return isName ? found : '://';
    });
}

/** Paths of the files that a git configuration includes, as written. */
export function includedPaths(text: string): string[] {
  return text.split('\n').flatMap(line => {
    const [, written] = /^(?:\[[^\n]*\])?[ \t]*path[ \t]*=(.*)$/is.exec(line) ?? [];
    return written === undefined ? [] : [written.trim().replace(/^"(.*)"$/, '$1')];
  });
}

/** How git comes to work in a repository that it distrusts, since it belongs to another user. */
export function trustCure(top: string): string {
  const path = shellWord(top);
  return `make it yours ("sudo chown -R $USER ${path}"), or run "git config --global --add safe.directory ${path}"`;
}

/** Variables that let git, which distrusts other people's folders, work in the mounted one, as oneself. */
export function gitVariables(folder: string, identity: Record<string, string>): Record<string, string> {
  const settings = Object.entries({ 'safe.directory': folder, ...identity });
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(settings.length)],
    ...settings.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

/** What git says of the project that is to be published. */
export type Origin = {
  sha: string;
  /** Git tags of the commit, without "refs/tags/". */
  tags: string[];
  /** Full name of the branch that is checked out; empty where there is none. */
  branch: string;
  /** Files that differ from the commit. */
  changed: string[];
};

/** What is found of git. */
export type GitFacts = {
  state: 'no git' | 'no repository' | 'distrusted' | 'repository';
  /** Top folder of the repository, also of one that git distrusts; empty where there is none. */
  top: string;
  /** Whether it knows the person's name and address. */
  hasIdentity: boolean;
};
