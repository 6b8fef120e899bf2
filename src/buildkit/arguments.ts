import { csvField } from '../engine/container.ts';
import type { BuildPlan } from './plan.ts';
import { type BuildSecrets, secretVariable } from './secrets.ts';

/** Arguments that make BuildKit list the stages of a Dockerfile. */
export function stagesArguments(plan: Pick<BuildPlan, 'builder' | 'context' | 'dockerfile'>): string[] {
  return [
    'buildx',
    'build',
    '--builder',
    plan.builder,
    '--call',
    'targets,format=json',
    '--file',
    plan.dockerfile,
    plan.context,
  ];
}

/**
 * Arguments that build one stage into the engine's image store; `cache` is an entry's folder and its manifest's digest,
 * `progress` how buildx tells of it: to us, or to a person at a terminal.
 */
export function buildStageArguments(
  plan: BuildPlan,
  metadataFile: string,
  cache?: { folder: string; digest: string },
  progress: 'rawjson' | 'tty' = 'rawjson',
): string[] {
  return [
    'buildx',
    'build',
    ...['--builder', plan.builder, '--progress', progress, '--metadata-file', metadataFile],
    ...['--file', plan.dockerfile, '--target', plan.stage],
    ...plan.buildArguments.flatMap(pair => ['--build-arg', pair]),
    ...secretOptions(plan.secrets),
    ...plan.tags.flatMap(tag => ['--tag', tag]),
    ...plan.labels.flatMap(label => ['--label', label]),
    ...Object.entries(plan.buildContexts).flatMap(([stage, image]) => [
      '--build-context',
      `${stage}=docker-image://${image}`,
    ]),
    // A single manifest: provenance would make it an index, which older clients and some registries stumble over.
    ...['--provenance=false', '--sbom=false'],
    ...(plan.noCache ? ['--no-cache'] : []),
    ...(plan.pulls ? ['--pull'] : []),
    ...(plan.isCacheable ? ['--cache-to', 'type=inline'] : []),
    ...(cache ? ['--cache-from', `type=local,src=${cache.folder},digest=${cache.digest}`] : []),
    ...['--output', plan.compression === 'gzip' ? 'type=docker' : `type=docker,compression=${plan.compression}`],
    plan.context,
  ];
}

/** Values are in buildx's environment, so that no argument shows them. */
function secretOptions({ secrets, ssh }: BuildSecrets): string[] {
  const source = (index: number, file?: string) =>
    file === undefined ? `env=${secretVariable(index)}` : csvField(`src=${file}`);
  return [
    ...secrets.flatMap(({ id, file }, index) => ['--secret', `id=${id},${source(index, file)}`]),
    ...ssh.flatMap(agent => ['--ssh', agent]),
  ];
}
