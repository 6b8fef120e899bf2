// JSON over Twirp, which all calls of GitHub's results service speak.

/** What a call is answered with: an object, sent as JSON, or text as it is. */
export type Answer = { status: number; body: object | string };

/** The fields of a request, none of which can be trusted to be there. */
export type Fields = Record<string, unknown>;

/** The error names of Twirp that the lab uses, with their HTTP statuses. */
const STATUS_OF = {
  invalid_argument: 400,
  malformed: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  bad_route: 404,
  already_exists: 409,
  resource_exhausted: 429,
  internal: 500,
  unavailable: 503,
} as const;

/** Returns an error in Twirp's form. */
export function errorAnswer(code: keyof typeof STATUS_OF, msg: string): Answer {
  return { status: STATUS_OF[code], body: { code, msg } };
}
