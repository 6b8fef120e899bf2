import { input } from '../inputs/options.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';

/** A port of the container, and the one on this machine that leads to it. */
export type Port = { host: number; container: number };

/** Reads `8888`, or `8000:80` for another port on this machine. Fails on anything else: nothing is published to others. */
export function readPort(text: string): Port {
  const [, host = '', container = host] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = { host: Number(host), container: Number(container) };
  if (host !== '' && isPort(port.host) && isPort(port.container)) return port;
  throw new UserError(
    `Option --publish is ${quoted(text)}: write a port such as 8888, or 8000:80 for port 80 of the container; it is reached from this machine only.`,
  );
}

function isPort(number: number): boolean {
  return number > 0 && number < 65536;
}

/** Fails where there are ports to publish of a container without a network, of which docker would say nothing. */
export function requireNetwork(ports: Port[], network: string | undefined): void {
  if (ports.length === 0 || network !== 'none') return;
  throw new UserError(
    sentence`${input('network')} is none, so that no port could be reached: add "--network bridge", or leave out --publish.`,
  );
}

/** Arguments that publish ports on this machine's loopback alone. */
export function portArguments(ports: Port[]): string[] {
  return ports.flatMap(({ host, container }) => ['--publish', `127.0.0.1:${host}:${container}`]);
}
