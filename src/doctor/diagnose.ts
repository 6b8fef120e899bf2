// What a person's machine and project have for this, and what is wrong, each with its cure.

import { quote as shellWord } from 'shlex';
import { type GitFacts, trustCure } from '../checkout/git.ts';
import { byteSize } from '../text/quantities.ts';
import { dockerFindings } from './docker.ts';
import type { CredentialFacts, DoctorFacts, MachineFacts } from './facts.ts';
import { type Finding, note, ok, type Section, wrong } from './findings.ts';
import { projectFindings } from './project.ts';

/** Above this, what is kept for a person is worth a word. */
const MUCH_STATE_BYTES = 2e9;

const SYSTEMS = { linux: 'Linux', macos: 'macOS', wsl: 'Linux in WSL' };

/** What was found, and what is wrong. */
export function diagnose({ machine, docker, credentials, project, git }: DoctorFacts): Section[] {
  return [
    { title: 'This machine', findings: machineFindings(machine) },
    { title: 'Docker', findings: dockerFindings(docker, machine) },
    { title: 'Logins', findings: credentialFindings(credentials, machine) },
    {
      title: 'Project',
      findings: [...projectFindings(project), ...reachFindings(docker.address.host, project.folder), gitFinding(git)],
    },
  ];
}

/** The virtual machine of Colima has the home folder of its user, and no other unless told so. */
function reachFindings(host: string, folder: string): Finding[] {
  const [, home] = /^unix:\/\/(.+?)\/(?:\.colima|\.config\/colima)\//.exec(host) ?? [];
  if (home === undefined || `${folder}/`.startsWith(`${home}/`)) return [];
  const text = 'containers of Colima see only what is in your home folder, and this would be empty';
  return [note('Folder', text, 'move the project there, or start Colima with "--mount"')];
}

function machineFindings(machine: MachineFacts): Finding[] {
  const { platform, nodeVersion, architecture, stateFolder, stateBytes } = machine;
  const system =
    platform === 'win32'
      ? wrong('System', 'Windows itself', 'run dev-in-docker within WSL, with the project in a folder there')
      : ok('System', `${SYSTEMS[machine.system]} on ${architecture}, Node ${nodeVersion}`);
  if (stateBytes === undefined) return [system];
  const kept = `${byteSize(stateBytes)} for homes in containers, in ${stateFolder}`;
  return stateBytes > MUCH_STATE_BYTES
    ? [system, note('Kept', kept, 'remove the folders in it whose projects you no longer have')]
    : [system, ok('Kept', kept)];
}

function credentialFindings(facts: CredentialFacts, { proxies }: MachineFacts): Finding[] {
  const { folder, file, state, registries, helpers, missingHelpers, unwritable, hasProxies } = facts;
  const subject = 'Configuration';
  const findings: Finding[] = [];
  if (state === 'no JSON') findings.push(wrong(subject, `${file} is no JSON`, 'fix it, or remove it and log in anew'));
  const closed = state === 'unreadable' ? file : unwritable;
  if (closed !== undefined) {
    const cure = `run "sudo chown -R $USER ${shellWord(folder)}": most likely "sudo docker" made it root's`;
    findings.push(
      wrong(subject, `docker needs ${closed}, which you may not ${state === 'unreadable' ? 'read' : 'write'}`, cure),
    );
  }
  const text = registries.map(registryName).join(', ') || 'none: enough for public images';
  const kept = registries.length > 0 && helpers.length > 0 ? `, kept by ${helpers.join(', ')}` : '';
  findings.push(ok('Registries', text + kept));
  for (const helper of missingHelpers) {
    const cure = 'install it, or remove "credsStore" or "credHelpers" from that file and log in anew';
    findings.push(wrong('Helper', `${helper}, which ${file} names, is not on the PATH`, cure));
  }
  if (proxies.length > 0 && !hasProxies) {
    const cure = `name the proxy in ${file} ("proxies"), see https://docs.docker.com/engine/cli/proxy/`;
    findings.push(note('Proxy', `builds and containers don't see your ${proxies.join(', ')}`, cure));
  }
  return findings;
}

function gitFinding({ state, top, hasIdentity }: GitFacts): Finding {
  const subject = 'Git';
  if (state === 'no git') return note(subject, 'is not installed', 'install git, to keep versions and to publish');
  if (state === 'distrusted') {
    return wrong(subject, 'it distrusts this folder, which belongs to another user', trustCure(top));
  }
  const repository = state === 'repository' ? 'a repository' : 'no repository';
  if (hasIdentity) return ok(subject, `${repository}, and git knows your name`);
  const cure = 'run "git config --global user.name …" and "git config --global user.email …"';
  return note(subject, `${repository}, but git does not know your name, which a commit needs`, cure);
}

/** Docker Hub's login has the address of an API that is long gone. */
function registryName(name: string): string {
  return /^https?:\/\/index\.docker\.io\//.test(name) ? 'docker.io' : name.replace(/^https?:\/\//, '');
}
