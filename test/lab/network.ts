import { createHash } from 'node:crypto';
import { getServers } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { labFolder, progress } from './folder.ts';
import { runAsRoot } from './process.ts';
import type { Programs } from './programs.ts';

export type Network = {
  /** The name of the bridge, at most 15 characters. */
  bridge: string;
  /** The addresses of the engine's containers, as for Docker's `default-address-pools`. */
  subnet: string;
  remove(): Promise<void>;
  /** Cuts the containers off from everything outside, until the function it returns is called. */
  cutOff(): Promise<() => Promise<void>>;
};

/**
 * Gives an engine a bridge of its own and the three firewall rules its containers need to reach the outside. dockerd
 * itself writes no rules: two of them would each flush the other's chains.
 */
export async function createNetwork(engine: string, programs: Programs): Promise<Network> {
  const hash = createHash('sha256').update(`${labFolder} ${engine}`).digest();
  const bridge = `did-${hash.toString('hex', 0, 4)}-${engine.slice(0, 2)}`;
  const ip = (...args: string[]) => runAsRoot([programs.ip, ...args], { environment: programs.environment });
  await ip('link', 'delete', bridge).catch(() => undefined);
  const prefix = await freePrefix(hash.readUInt8(4));
  const subnet = `${prefix}.0.0/16`;
  const rules = rulesFor(bridge, subnet);
  const remove = async () => {
    for (const rule of [...rules, reject(subnet, bridge)]) await removeRule(programs, rule);
    await ip('link', 'delete', bridge).catch(() => undefined);
  };
  await remove();
  await ip('link', 'add', bridge, 'type', 'bridge');
  await ip('addr', 'add', `${prefix}.0.1/24`, 'dev', bridge);
  await ip('link', 'set', bridge, 'up');
  await allowForwarding();
  for (const rule of rules) await iptables(programs, ['-t', rule.table, '-I', rule.chain, ...rule.match]);
  const cutOff = async () => {
    const rule = reject(subnet, bridge);
    await iptables(programs, ['-t', rule.table, '-I', rule.chain, ...rule.match]);
    return () => removeRule(programs, rule);
  };
  return { bridge, subnet, remove, cutOff };
}

type Rule = { table: string; chain: string; match: string[] };

function rulesFor(bridge: string, subnet: string): Rule[] {
  const mark = ['-m', 'comment', '--comment', bridge];
  return [
    { table: 'nat', chain: 'POSTROUTING', match: ['-s', subnet, '!', '-d', subnet, ...mark, '-j', 'MASQUERADE'] },
    { table: 'filter', chain: 'FORWARD', match: ['-s', subnet, ...mark, '-j', 'ACCEPT'] },
    { table: 'filter', chain: 'FORWARD', match: ['-d', subnet, ...mark, '-j', 'ACCEPT'] },
  ];
}

function reject(subnet: string, bridge: string): Rule {
  const match = ['-s', subnet, '-m', 'comment', '--comment', `${bridge} cut off`, '-j', 'REJECT'];
  return { table: 'filter', chain: 'FORWARD', match };
}

/** Removes a rule as often as it is there: a run that was killed may have left its own. */
async function removeRule(programs: Programs, rule: Rule): Promise<void> {
  const removed = () =>
    iptables(programs, ['-t', rule.table, '-D', rule.chain, ...rule.match]).then(
      () => true,
      () => false,
    );
  while (await removed());
}

function iptables(programs: Programs, args: readonly string[]): Promise<string> {
  // Another program may be writing rules at this moment: wait for it.
  return runAsRoot([programs.iptables, '--wait', ...args], { environment: programs.environment });
}

async function allowForwarding(): Promise<void> {
  const file = '/proc/sys/net/ipv4/ip_forward';
  if ((await readFile(file, 'utf8')).trim() === '1') return;
  progress('turning on IP forwarding, which the containers need');
  await runAsRoot(['tee', file], { input: '1' });
}

/** The first two bytes of a /16 that neither an interface of this machine nor a name server has an address in. */
async function freePrefix(start: number): Promise<string> {
  const own = Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(entry => entry.address));
  const addresses = [...own, ...getServers()];
  const routes = await readFile('/proc/net/route', 'utf8').catch(() => '');
  // The kernel writes a route's address as hexadecimal, its bytes turned round.
  const isRouted = (second: number) => new RegExp(`\\s[0-9A-F]{4}${hex(second)}0A\\s`).test(routes);
  for (let step = 0; step < 255; step++) {
    const second = ((start + step) % 255) + 1;
    if (!isRouted(second) && !addresses.some(address => address.startsWith(`10.${second}.`))) return `10.${second}`;
  }
  throw new Error('No free subnet for the engine: all of 10.1.0.0/16 to 10.255.0.0/16 is in use');
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
