// Which of Docker's parts have holes that code in a container can use.

import { coerce, lt, satisfies } from 'semver';
import type { Info } from '../engine/engine.ts';
import { type Finding, note, ok } from './findings.ts';

/** Without CVE-2025-31133, CVE-2025-52565, CVE-2025-52881, and CVE-2024-21626 before them. */
const SAFE_RUNC = '>=1.2.8 <1.3.0-0 || >=1.3.3 <1.4.0-0 || >=1.4.0-rc.3';

/** Its BuildKit is without CVE-2024-23651, CVE-2024-23652 and CVE-2024-23653. */
const SAFE_ENGINE = '25.0.2';

/**
 * What is known of the engine, and of what it starts containers with. Nothing of it is in the way: distributions bring
 * fixes to older versions.
 */
export function runtimeFindings({ ServerVersion = '', RuncCommit }: Info): Finding[] {
  return [...engineFindings(ServerVersion), ...runcFindings(RuncCommit?.ID ?? '')];
}

function engineFindings(version: string): Finding[] {
  const found = coerce(version);
  if (!found || !lt(found, SAFE_ENGINE)) return [];
  const text = `${version} lets builds reach files of this machine (CVE-2024-23651 and others)`;
  return [note('Engine', text, `update Docker: ${SAFE_ENGINE} has the fixes`)];
}

/** Where Docker's own packages, or a distribution's, build runc, its commit has its version in front. */
function runcFindings(commit: string): Finding[] {
  const [, version, rest = ''] = /^v?(\d+\.\d+\.\d+(?:-rc\.\d+)?)(?![\w.])(.*)$/.exec(commit) ?? [];
  if (version === undefined) return [];
  if (satisfies(version, SAFE_RUNC, { includePrerelease: true })) return [ok('Runtime', `runc ${version}`)];
  const isUpstream = /^-\d+-g[0-9a-f]+$/.test(rest);
  const text = `runc ${version}, which code in a container can break out of (CVE-2025-31133 and others)`;
  const doubt = isUpstream ? '' : ', unless your distribution has brought the fix to it';
  return [
    note('Runtime', text + doubt, 'update Docker, and containerd with it: runc 1.2.8, 1.3.3 and 1.4 have the fix'),
  ];
}
