// Which program reads a Dockerfile: the engine's own, or one that the Dockerfile asks for. The latter gets what it wants
// from the build context, whatever a .dockerignore says.

/**
 * What may be such a line, more rather than less
 * (https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/directives.go).
 */
const DIRECTIVE = /^[^\w\n\r\u2028\u2029]*syntax\s*=(.*)$/gim;

/** Docker's own, since it heeds a .dockerignore beside the Dockerfile. A digest doesn't tell of which version it is. */
const DOCKERS_OWN =
  /^(?:docker\.io\/)?docker\/dockerfile(?::(?:latest|labs|1(?:\.[1-9]\d*(?:\.\d+)?)?(?:-(?:labs|experimental))?))?$/;

/** Whether a build leaves out what the .dockerignore beside the Dockerfile lists; build arguments are `NAME=value`. */
export function heedsIgnoreFile(dockerfile: string, buildArguments: string[]): boolean {
  const typed = buildArguments.flatMap(pair => /^BUILDKIT_SYNTAX(?:=(.*))?$/s.exec(pair)?.slice(1) ?? []);
  const written = [...dockerfile.matchAll(DIRECTIVE)].map(([, value = '']) => value.trim());
  // As JSON, it could name one too.
  return !/^\s*\{/.test(dockerfile) && [...typed, ...written].every(value => DOCKERS_OWN.test(value ?? ''));
}
