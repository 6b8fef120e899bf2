import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { parse } from './address.ts';

const TIMEOUT_MILLISECONDS = 10_000;

/** What the engine says at a path of its API; undefined where it can't be reached so, or has no such thing. */
export async function askEngine<Answer>(socketPath: string, path: string): Promise<Answer | undefined> {
  return new Promise(resolve => {
    const call = request({ socketPath, path, timeout: TIMEOUT_MILLISECONDS }, answer => {
      text(answer).then(
        said => resolve(answer.statusCode === 200 ? parse<Answer>(said) : undefined),
        () => resolve(undefined),
      );
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(undefined));
    call.end();
  });
}
