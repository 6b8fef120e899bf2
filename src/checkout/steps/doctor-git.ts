import { git } from '../../host/steps/exec.ts';
import { readGitIdentity } from '../../laptop/steps/identity.ts';

/** What is found of git. */
export type GitFacts = {
  state: 'no git' | 'no repository' | 'distrusted' | 'repository';
  /** Top folder of the repository, also of one that git distrusts; empty where there is none. */
  top: string;
  /** Whether it knows the person's name and address. */
  hasIdentity: boolean;
};

/** Looks at what git makes of a folder. Never rejects. */
export async function examineGit(folder: string): Promise<GitFacts> {
  const ask = (...options: string[]) => git([...options, '-C', folder, 'rev-parse', '--show-toplevel']);
  const [plain, trusting, identity] = await Promise.all([
    ask(),
    // What it says of folders that it distrusts, it says in the person's language.
    ask('-c', 'safe.directory=*'),
    readGitIdentity(folder),
  ]);
  return {
    state: stateOf(plain.exitCode, trusting.exitCode),
    top: trusting.stdout.replace(/\n$/, ''),
    hasIdentity: Object.keys(identity).length === 2,
  };
}

function stateOf(exitCode: number, whenTrusting: number): GitFacts['state'] {
  if (exitCode === 0) return 'repository';
  if (exitCode === 127) return 'no git';
  return whenTrusting === 0 ? 'distrusted' : 'no repository';
}
