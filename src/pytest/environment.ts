import { fitsOnLine } from '../inputs/lists.ts';
import type { Shard } from '../inputs/shard.ts';

/**
 * Splits an environment by how docker can be told it without showing values in its arguments: a file with one
 * `NAME=value` a line, and variables of docker's own environment for values that don't fit on a line.
 */
export function splitForDocker(environment: Record<string, string>): {
  file: string;
  inherited: Record<string, string>;
} {
  const inherited: Record<string, string> = {};
  let file = '';
  for (const [name, value] of Object.entries(environment)) {
    if (fitsOnLine(value)) file += `${name}=${value}\n`;
    else inherited[name] = value;
  }
  return { file, inherited };
}

/** By which pytest is told to load no plugin but those that are named. */
const NO_AUTOLOAD = 'PYTEST_DISABLE_PLUGIN_AUTOLOAD';

/** How the tests are run. */
export type Circumstances = {
  isReadOnly: boolean;
  /** Who runs them, with variables by which they find packages; absent for whom the image knows. */
  somebody?: { name: string; home: string; packages: Record<string, string> };
  /** Variables that say what the terminal of the person who started them can show; absent in a job. */
  terminal?: Record<string, string>;
  /** Which part of the suite is run. */
  shard?: Shard;
};

/**
 * The environment of the tests: the user's variables over defaults that make a stranger feel at home and output live, and
 * the reporting plugin put before what the image or the user loads already. Only where nobody looks on do programs learn
 * that they are in a job.
 */
export function containerEnvironment(
  users: Record<string, string>,
  images: Record<string, string>,
  folders: { plugin: string; results: string },
  { isReadOnly, somebody, terminal, shard }: Circumstances = { isReadOnly: false },
): Record<string, string> {
  const before = (value: string, separator: string, name: string) =>
    [value, users[name] ?? images[name]].filter(part => part !== undefined && part !== '').join(separator);
  return {
    ...(somebody ? { HOME: somebody.home, USER: somebody.name, LOGNAME: somebody.name, ...somebody.packages } : {}),
    PYTHONUNBUFFERED: '1',
    ...(terminal ?? { PY_COLORS: images.PY_COLORS ?? '1' }),
    ...(isReadOnly ? { PYTHONDONTWRITEBYTECODE: '1' } : {}),
    ...users,
    // pytest would warn that it can't write its cache.
    ...(isReadOnly ? { PYTEST_ADDOPTS: before('-p no:cacheprovider', ' ', 'PYTEST_ADDOPTS') } : {}),
    ...(terminal ? {} : { CI: 'true' }),
    PYTHONPATH: before(folders.plugin, ':', 'PYTHONPATH'),
    // Else pytest finds it in that folder, or doesn't where Python may not look there; by its name it would have to.
    ...((users[NO_AUTOLOAD] ?? images[NO_AUTOLOAD])
      ? { PYTEST_PLUGINS: before('dev_in_docker_report', ',', 'PYTEST_PLUGINS') }
      : {}),
    DEV_IN_DOCKER_RESULTS: `${folders.results}/results.jsonl`,
    ...(shard ? { DEV_IN_DOCKER_SHARD: `${shard.index}/${shard.total}` } : {}),
  };
}
