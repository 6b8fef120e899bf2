import type { Copy } from '../dockerfile/stage.ts';
import { quoted } from '../text/plain.ts';
import type { DockerfileFacts, FileFacts, ImageFacts, ProjectFacts } from './facts.ts';
import { type Finding, note, ok, wrong } from './findings.ts';

/** What is found of the project. */
export function projectFindings({ dockerfile, image, trouble, ...facts }: ProjectFacts): Finding[] {
  return [
    ok('Folder', facts.folder),
    ...(facts.isOnWindows
      ? [note('Folder', "it is on a disk of Windows', slow from WSL", 'move it into the Linux file system: ~/projects')]
      : []),
    ...(facts.settings === undefined ? [] : [ok('Settings', facts.settings)]),
    ...(trouble === undefined ? [] : [sentenceFinding('Project', trouble)]),
    ...(dockerfile ? [...(trouble === undefined ? stageFindings(dockerfile) : []), packagesFinding(dockerfile)] : []),
    ...(dockerfile && image ? [imageFinding(dockerfile, image)] : []),
    ...(dockerfile && facts.files ? ignoreFindings(dockerfile, facts.files) : []),
    ...(facts.files ? ownerFindings(facts.files, facts.uid) : []),
  ];
}

function stageFindings({ path, stages, target, shareTarget }: DockerfileFacts): Finding[] {
  if (stages.length === 0) return [ok('Dockerfile', path)];
  const file = ok('Dockerfile', `${path}, with the stages ${stages.join(', ')}`);
  if (stages.includes(shareTarget.toLowerCase())) return [file];
  const cure = `add one, with your code in it: FROM ${target} AS ${shareTarget}`;
  return [file, note('Dockerfile', `no stage to share: there is no ${quoted(shareTarget)}`, cure)];
}

/** Files of packages, by their names, among what a stage copies; relative to the context. */
export function copiedPackageFiles(copies: Pick<Copy, 'sources'>[]): string[] {
  const names =
    /(?:^|\/)(?:[^/]*requirements?[^/]*|reqs?[^/]*\.txt|pyproject\.toml|[^/]*\.lock|Pipfile|env[^/]*\.ya?ml|setup\.(?:py|cfg))$/i;
  return copies.flatMap(({ sources }) => sources.filter(source => names.test(source)));
}

function packagesFinding({ dependencies }: DockerfileFacts): Finding {
  if (dependencies.length > 0) return ok('Packages', `named by ${dependencies.join(', ')}`);
  const cure = 'list them in a requirements.txt, and install from that in the Dockerfile';
  return note('Packages', 'no file names them', cure);
}

function imageFinding({ target, sources }: DockerfileFacts, { isThere, obstacle }: ImageFacts): Finding {
  const subject = 'Image';
  if (obstacle !== undefined) return sentenceFinding(subject, obstacle);
  if ('doubt' in sources) return ok(subject, `each start asks BuildKit whether ${target} is current: ${sources.doubt}`);
  if ('line' in sources) {
    const text = `each change of code builds ${target} anew: line ${sources.line} copies it (${quoted(sources.instruction)})`;
    const cure = 'copy there only what packages are installed from: the project is mounted anyway';
    return note(subject, text, cure);
  }
  return ok(
    subject,
    isThere ? `${target} is there and current: it starts at once` : `${target} is built at its next start`,
  );
}

function ignoreFindings({ sharesAll, shareTarget }: DockerfileFacts, { unwanted }: FileFacts): Finding[] {
  if (!sharesAll || unwanted.length === 0) return [];
  const text = `the ${shareTarget} image gets ${unwanted.join(', ')} too`;
  return [note('Ignored', text, `write ${unwanted.length === 1 ? 'that' : 'them'} into .dockerignore, one a line`)];
}

function ownerFindings({ rootOwned, uid: owner }: FileFacts, uid: number): Finding[] {
  const cure = `run "sudo chown -R $USER ." in the project's folder`;
  if (rootOwned.length > 0) {
    return [wrong('Files', `root owns some of them, which you can't change: ${rootOwned.join(', ')}`, cure)];
  }
  if (uid === 0 || owner === uid) return [];
  return [note('Files', 'the project belongs to another user, as will what is written in containers', cure)];
}

/** A sentence of ours, which has its cure within. */
function sentenceFinding(subject: string, sentence: string): Finding {
  return { mark: 'wrong', subject, text: sentence };
}
