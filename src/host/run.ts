/**
 * Who reads what a run writes: a runner, which folds groups and obeys commands; or a person, at a terminal or through a
 * pipe, who may want to see no more than what went wrong.
 */
export type Reader = 'runner' | 'terminal' | 'pipe' | 'quiet';

/** One run of the action or of a command: what it has for itself, and whom it speaks to. */
export type Run = {
  /** A random name that no other run has, also not in the same job. */
  id: string;
  /** A private folder. */
  temp: string;
  /** The folder that files of secrets and archives are in; on a runner, the checkout. */
  workspace: string;
  /** Aborts when the run is to stop. */
  signal: AbortSignal;
  reader: Reader;
};

/** What its container and its private folder are called. */
export function ownName(id: string): string {
  return `dev-in-docker-${id}`;
}

/** The label of all containers that a run makes. */
export function ownLabel(id: string): string {
  return `dev-in-docker=${id}`;
}

/** Images that a run has for itself: of the two stages, of the dev stage's first layers, and what a mounted image is started by. */
const OWN_IMAGES = ['dev', 'share', 'head', 'skeleton'] as const;

/** A reference that no other run on the same engine moves or takes away. */
export function ownReference(id: string, image: (typeof OWN_IMAGES)[number]): string {
  return `dev-in-docker/run:${image}-${id}`;
}

/** All such references of a run, whether it gave them or not. */
export function ownReferences(id: string): string[] {
  return OWN_IMAGES.map(image => ownReference(id, image));
}
