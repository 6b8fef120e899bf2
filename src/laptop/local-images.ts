// The images of a project on this machine: a tag is the stage's name, and a hash of what it was made from where that is known.

const HASH = /-[0-9a-f]{24}$/;

/** A pattern for `docker image ls` that has all images of the same stage, and may have those of others. */
export function likeStageOf(reference: string): string {
  return `${reference.replace(HASH, '')}-*`;
}

/** References among those that docker printed, one a line, of what the same stage was before. */
export function olderThan(reference: string, printed: string): string[] {
  const stage = reference.replace(HASH, '');
  const others = printed.split('\n').filter(other => HASH.test(other) && other !== reference);
  return others.filter(other => other.replace(HASH, '') === stage);
}
