import { parseArgs } from 'node:util';
import { type Extent, GROUPS, type Group, STORES } from './plan.ts';

const HELP = `Measures the action against other ways to run the same tests in a GitHub job, alternating, on this machine, and
writes bench/results.json, bench/results.md and bench/results.svg. Takes about an hour; leave the machine alone.

  npm run bench                        both image stores, 3 rounds with 5 warm jobs
  npm run bench -- --all               5 rounds of everything on both stores, and a slow line for every way; hours
  npm run bench -- --rounds 1          quicker, and less to be relied on
  npm run bench -- --store classic     one image store (classic or containerd)
  npm run bench -- --only action,venv  some groups of: ${GROUPS.join(', ')}
  npm run bench -- --render            measures nothing: makes tables and plot from results.json
`;

/** What to measure, or that only tables and plot are to be made; ends the process where help is asked for or needed. */
export function readArguments(): { extent: Extent } | { render: true } {
  try {
    const { values } = parseArgs({
      options: {
        all: { type: 'boolean', default: false },
        only: { type: 'string' },
        render: { type: 'boolean' },
        rounds: { type: 'string' },
        store: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    if (values.render) return { render: true };
    const rounds = Number(values.rounds ?? (values.all ? 5 : 3));
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1 on.');
    return { extent: { all: values.all, rounds, stores: storesOf(values.store), groups: groupsOf(values.only) } };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}

function storesOf(name: string | undefined): Extent['stores'] {
  const stores = STORES.filter(store => name === undefined || store === name);
  if (stores.length === 0) throw new Error('--store is classic or containerd.');
  return stores;
}

function groupsOf(names: string | undefined): readonly Group[] {
  if (names === undefined) return GROUPS;
  const asked = names.split(',');
  const unknown = asked.filter(name => !GROUPS.some(group => group === name));
  if (unknown.length > 0) throw new Error(`--only knows no ${unknown.join(', ')}.`);
  return GROUPS.filter(group => asked.includes(group));
}
