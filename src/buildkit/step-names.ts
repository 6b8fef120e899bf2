// What the names of BuildKit's steps tell of a build: `[dev 3/5] COPY requirements.txt .`, `[dev 1/5] FROM …@sha256:…`,
// and `FROM …@sha256:…` for an image that only COPY --from or a mount names.

/**
 * Whether a build ran ONBUILD instructions of a base image, which may copy files that the Dockerfile doesn't name. Says
 * yes when unsure; `stage` is what the Dockerfile's text promises.
 */
export function hasOnbuild(stepNames: string[], stage: { steps: Record<string, number> }): boolean {
  const expected = new Map(Object.entries(stage.steps));
  const [onlyName] = expected.size === 1 ? expected.keys() : [];
  const unseen = new Set(expected.keys());
  for (const name of stepNames) {
    const [, stageName = onlyName, total, rest] = /^\[(?:([^\]]*[^\] ]) )? *\d+\/(\d+)\] (.*)$/s.exec(name) ?? [];
    if (total === undefined || rest === undefined) continue;
    // They are numbered with the others, so that the totals differ as well.
    if (rest.startsWith('ONBUILD ') || stageName === undefined || expected.get(stageName) !== Number(total))
      return true;
    // Two stages on one image share the step that fetches it, under the name of one of them.
    if (!rest.startsWith('FROM ')) unseen.delete(stageName);
  }
  const hasMoreThanBase = (name: string) => (expected.get(name) ?? 0) > 1;
  return [...unseen].some(hasMoreThanBase);
}

/**
 * The digests of base images as a build found them: reference as the Dockerfile has it → digest. Undefined where one is
 * missing.
 */
export function baseDigests(stepNames: string[], bases: string[]): Record<string, string> | undefined {
  const found = new Map<string, string>();
  for (const name of stepNames) {
    const [, reference, digest] = /^(?:\[[^\]]*\] )?FROM (\S+)@(sha256:[0-9a-f]{64})$/.exec(name) ?? [];
    if (reference === undefined || digest === undefined) continue;
    const image = normalize(reference);
    // One reference with two digests: it moved during the build.
    found.set(image, (found.get(image) ?? digest) === digest ? digest : '');
  }
  const digests = bases.map(base => [base, digestIn(base) ?? found.get(normalize(base))] as const);
  if (digests.some(([, digest]) => !digest)) return undefined;
  return Object.fromEntries(digests.map(([base, digest = '']) => [base, digest]));
}

function digestIn(reference: string): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
}

/** A reference in full, as docker reads it: `python` is `docker.io/library/python:latest`. */
function normalize(reference: string): string {
  const [name = '', digest] = reference.split('@');
  const [, host, path = name] = /^((?:[^/]*[.:][^/]*|localhost)(?=\/))\/(.*)$/s.exec(name) ?? [];
  const registry = host === undefined || host === 'index.docker.io' ? 'docker.io' : host;
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const tag = digest !== undefined || /:[^/]*$/.test(repository) ? '' : ':latest';
  return `${registry}/${repository}${tag}${digest === undefined ? '' : `@${digest}`}`;
}
