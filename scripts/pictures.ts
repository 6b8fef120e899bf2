// Makes the pictures of the job page in docs/: runs jobs for real, renders their summaries as GitHub does, and takes
// screenshots with Chromium. `npm run pictures`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { tiny } from '../test/e2e/project.ts';
import { checkOut } from '../test/lab/checkout.ts';
import { pullRequestEvent, pushEvent } from '../test/lab/events.ts';
import { type Lab, startLab } from '../test/lab/lab.ts';

const root = resolve(import.meta.dirname, '..');
const crashing = 'import ctypes\n\ndef test_crash():\n    ctypes.string_at(0)\n';
/** Picture, project, height of the picture. */
const pictures = [
  ['green', join(root, 'examples/science'), 230],
  ['red', join(root, 'examples/red'), 890],
  ['crashed', tiny({ 'test_native.py': crashing }), 250],
] as const;
/** Pictures of the report of all legs: project, inputs of each leg, and whether what the last one left is lost. */
const reports = [
  ['legs-green', join(root, 'examples/science'), [1, 2, 3].map(shard => ({ shard: `${shard}/3` })), false, 300],
  [
    'legs-red',
    tiny({
      'test_prices.py':
        'import os\n\n\ndef test_price():\n    expected = "9.90" if os.environ["PYTHON"] != "3.13" else "9.9"\n    assert f"{9.9:.2f}" == expected\n\n\ndef test_shop():\n    pass\n',
    }),
    ['3.12', '3.13', '3.14'].map(python => ({ env: `PYTHON=${python}` })),
    true,
    560,
  ],
] as const;
const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(isThere);
if (!browser) {
  process.stderr.write(
    'There is no Chromium here to take pictures with: apt install chromium fonts-noto-color-emoji\n',
  );
  process.exit(1);
}

const lab = await startLab('classic');
try {
  for (const [name, project, height] of pictures) {
    const summary = await summaryOf(lab, project);
    takePicture(browser, summary, join(root, `docs/summary-${name}.png`), height);
  }
  for (const [name, project, legs, isLost, height] of reports) {
    const summary = await reportOn(lab, project, legs, isLost);
    takePicture(browser, summary, join(root, `docs/summary-${name}.png`), height);
  }
} finally {
  await lab.stop();
}

/** The summary of a pull request's second run, on a default branch that was tested before. */
async function summaryOf(lab: Lab, project: Parameters<typeof checkOut>[0]): Promise<string> {
  const { workspace, sha, release } = await checkOut(project);
  try {
    await (await lab.run({ workspace, event: pushEvent(sha) })).release();
    const job = await lab.run({ workspace, event: pullRequestEvent(sha) });
    await job.release();
    return job.summary;
  } finally {
    await release();
  }
}

/** The summary of the report of all legs of a matrix. */
async function reportOn(
  lab: Lab,
  project: Parameters<typeof checkOut>[0],
  legs: readonly { shard?: string; env?: string }[],
  isLost: boolean,
): Promise<string> {
  await lab.cache.clear();
  const { workspace, sha, release } = await checkOut(project);
  try {
    const job = { workspace, event: pushEvent(sha), run: { runId: `1760000${legs.length}${Number(isLost)}` } };
    const values = legs.map(({ env, ...inputs }) => ({
      matrix: env ? { python: env.replace('PYTHON=', '') } : { shard: Number.parseInt(inputs.shard ?? '', 10) },
      inputs: { ...inputs, ...(env ? { env } : {}) },
    }));
    const { legs: results, needs } = await lab.runMatrix(job, values);
    for (const result of results) await result.release();
    const lost = lab.cache.artifacts().at(-1);
    if (isLost && lost) await lab.cache.removeArtifact(lost.name);
    const report = { folder: 'report', inputs: { needs: JSON.stringify(needs) }, keepEngine: true };
    const result = await lab.run({ ...job, ...report, run: { ...job.run, job: 'report' } });
    await result.release();
    return result.summary;
  } finally {
    await release();
  }
}

function takePicture(browser: string, summary: string, file: string, height: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'dev-in-docker-pictures-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, pageOf(summary));
  const options = ['--headless=new', '--no-sandbox', '--hide-scrollbars', '--force-device-scale-factor=2'];
  execFileSync(browser, [...options, `--window-size=960,${height}`, `--screenshot=${file}`, `file://${page}`], {
    stdio: 'ignore',
  });
  rmSync(folder, { recursive: true });
}

function pageOf(summary: string): string {
  const html = micromark(summary, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const style = readFileSync(join(root, 'node_modules/github-markdown-css/github-markdown-light.css'), 'utf8');
  const frame = 'margin: 24px; padding: 24px; border: 1px solid #d1d9e0; border-radius: 6px';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body class="markdown-body" style="${frame}">${html}`;
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
