// Versions that a project fixes, and for which there are no wheels for every Python.
import { lt } from '@renovatebot/pep440';
import { normalName } from './requirements.ts';

/** A package → the newest Python (3.x) that versions below one have wheels for; the oldest first. */
const WHEELS: Record<string, [below: string, minor: number][]> = {
  numpy: [
    ['1.19.3', 8],
    ['1.21.2', 9],
    ['1.23.2', 10],
    ['1.26.0', 11],
    ['2.1.0', 12],
    ['2.3.2', 13],
  ],
  pandas: [
    ['1.1.3', 8],
    ['1.3.3', 9],
    ['1.5.1', 10],
    ['2.1.1', 11],
    ['2.2.3', 12],
    ['2.3.3', 13],
  ],
  scipy: [
    ['1.5.4', 8],
    ['1.7.2', 9],
    ['1.9.2', 10],
    ['1.11.2', 11],
    ['1.14.1', 12],
    ['1.16.1', 13],
  ],
  'scikit-learn': [
    ['0.24.0', 8],
    ['1.0.2', 9],
    ['1.1.3', 10],
    ['1.3.1', 11],
    ['1.5.2', 12],
    ['1.7.2', 13],
  ],
  matplotlib: [
    ['3.3.3', 8],
    ['3.5.0', 9],
    ['3.6.0', 10],
    ['3.8.0', 11],
    ['3.9.2', 12],
    ['3.10.5', 13],
  ],
  torch: [
    ['1.8.1', 8],
    ['1.11.0', 9],
    ['1.13.0', 10],
    ['2.2.0', 11],
    ['2.5.0', 12],
    ['2.9.0', 13],
  ],
  tensorflow: [
    ['2.5.0', 8],
    ['2.8.0', 9],
    ['2.12.0', 10],
    ['2.16.0', 11],
    ['2.20.0', 12],
  ],
  greenlet: [
    ['1.1.0', 9],
    ['1.1.3', 10],
    ['3.0.0', 11],
    ['3.1.0', 12],
    ['3.2.3', 13],
  ],
  'psycopg2-binary': [
    ['2.9.1', 9],
    ['2.9.5', 10],
    ['2.9.9', 11],
    ['2.9.10', 12],
    ['2.9.11', 13],
  ],
  aiohttp: [
    ['3.8.0', 9],
    ['3.8.3', 10],
    ['3.9.0', 11],
    ['3.10.5', 12],
    ['3.13.0', 13],
  ],
  lxml: [
    ['4.6.3', 9],
    ['4.9.1', 10],
    ['4.9.3', 11],
    ['5.3.0', 12],
    ['6.0.1', 13],
  ],
  pillow: [
    ['8.0.0', 8],
    ['8.3.2', 9],
    ['9.2.0', 10],
    ['10.0.0', 11],
    ['10.4.0', 12],
    ['11.3.0', 13],
  ],
  // Later ones, which lack wheels, are built without their compiled part.
  pyyaml: [
    ['6.0', 9],
    ['6.0.1', 11],
  ],
};

/** A fixed version, and the newest Python that it can be installed on without a compiler. */
export type Pin = { requirement: string; python: string };

/** The fixed version that wants the oldest Python, among the texts of files of requirements and of locks. */
export function oldestPin(texts: string[]): Pin | undefined {
  const found = texts.flatMap(text => [...pinsIn(text)]).map(([name, version]) => pinOf(name, version));
  return found
    .filter(pin => pin !== undefined)
    .sort((a, b) => Number(a.python.slice(2)) - Number(b.python.slice(2)))[0];
}

function pinOf(name: string, version: string): Pin | undefined {
  const [, minor] = WHEELS[name]?.find(([below]) => lt(version, below)) ?? [];
  return minor === undefined ? undefined : { requirement: `${name} ${version}`, python: `3.${minor}` };
}

/** Of several versions, which are for several Pythons, the newest counts. */
function pinsIn(text: string): Map<string, string> {
  const pins = new Map<string, string>();
  const inRequirements = /^[ \t]*([\w.-]+)(?:\[[^\]\n]*\])?[ \t]*={2,3}[ \t]*(\d[\d.]*)[ \t]*(?:[;#\\].*)?$/gm;
  const inLock = /^name = "([\w.-]+)"\r?\nversion = "(\d[\d.]*)"/gm;
  for (const [, written = '', version = ''] of [...text.matchAll(inRequirements), ...text.matchAll(inLock)]) {
    const [name, before] = [normalName(written), pins.get(normalName(written))];
    if (Object.hasOwn(WHEELS, name) && (before === undefined || lt(before, version))) pins.set(name, version);
  }
  return pins;
}
