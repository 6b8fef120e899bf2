// Which shards are to be one suite, such as all of those of one Python version.

import type { GatheredLeg, ShardedJob } from './gather.ts';
import { type MatrixValue, nameOf } from './matrix.ts';

/** The shards of one suite. */
export type Suite = {
  /** The values in the matrix that tell it from the job's others, such as `3.12`; empty where there are none. */
  name: string;
  legs: GatheredLeg[];
  /** How often each test ran. */
  runs: Map<string, number>;
  /** The names of the whole suite, as one of the shards tells them. */
  names(): Promise<string[]>;
};

/** The suites of a job's shards: those are of one that differ in nothing but in what tells the shard. */
export function suitesOf({ legs, runs }: ShardedJob): Suite[] {
  const isOfShard = valuesOfShards(legs.map(({ leg }) => leg));
  const shards = legs.map((shard, at) => ({
    ...{ ...shard, at },
    others: shard.leg.matrix.filter(({ name }) => !isOfShard(name)),
  }));
  const suites = [...Map.groupBy(shards, ({ others }) => inOneOrder(others)).values()];
  return suites.map(ofSuite => {
    const places = new Set(ofSuite.map(({ at }) => at));
    const counts = [...runs].map(([test, ran]): [string, number] => [test, ran.filter(at => places.has(at)).length]);
    const [first] = ofSuite;
    return {
      name: suites.length > 1 ? nameOf(first?.others ?? []) : '',
      legs: ofSuite.map(({ leg }) => leg),
      runs: new Map(counts.filter(([, count]) => count > 0)),
      names: first?.names ?? (async () => []),
    };
  });
}

/**
 * Tells which values of the matrix say which shard it is: those by which the shard is known, whatever the others are. How
 * `shard:` is made of them, only the workflow knows.
 */
function valuesOfShards(legs: GatheredLeg[]): (name: string) => boolean {
  const shards = new Set(legs.map(({ shard }) => shard?.index));
  const names = new Set(legs.flatMap(({ matrix }) => matrix.map(({ name }) => name)));
  const ofShards = [...names].filter(name => {
    const byValue = Map.groupBy(legs, ({ matrix }) => valueIn(matrix, name));
    return [...byValue.values()].every(same => new Set(same.map(({ shard }) => shard?.index)).size === 1);
  });
  return name => shards.size > 1 && ofShards.includes(name);
}

function inOneOrder(matrix: MatrixValue[]): string {
  return JSON.stringify(matrix.map(({ name, value }) => [name, value]).sort());
}

function valueIn(matrix: MatrixValue[], wanted: string): string | undefined {
  return matrix.find(({ name }) => name === wanted)?.value;
}
