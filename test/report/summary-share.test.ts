import { expect, test } from 'vitest';
import { shareLayers } from '../../src/report/summary-share.ts';
import type { Layer } from '../../src/share/layers.ts';

const layers: Layer[] = [
  { instruction: 'base image', unpacked: 300e6, compressed: 100e6 },
  { stage: 'dev', instruction: 'RUN pip install <b>', unpacked: 100e6, compressed: 40e6 },
];

test('the share image, layer by layer', () => {
  expect(shareLayers({ layers, unpacked: 400e6, compressed: 140e6, repeated: [], twins: [] })).toBe(
    `<details><summary>📦 share image: 140 MB to download, 400 MB unpacked</summary>

<table><tr><td>stage</td><td>layer</td><td>to download</td><td>unpacked</td><td></td></tr><tr><td></td><td><code>base image</code></td><td>100 MB</td><td>300 MB</td><td><code>██████████████████░░░░░░</code></td></tr><tr><td>dev</td><td><code>RUN pip install &lt;b&gt;</code></td><td>40 MB</td><td>100 MB</td><td><code>██████░░░░░░░░░░░░░░░░░░</code></td></tr></table>

</details>

`,
  );
});

test('of many layers, the lightest are one', () => {
  const many = Array.from({ length: 100 }, (_, number): Layer => ({ instruction: `RUN ${number}`, unpacked: number }));
  const text = shareLayers({ layers: many, unpacked: 4950, repeated: [], twins: [] });
  expect(text.match(/<tr>/g)).toHaveLength(41);
  expect(text).toContain('<code>61 smaller layers</code></td><td>2 kB</td>');
  expect(text).toContain('5 kB unpacked</summary>');
});
