import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readChain } from '../../src/dockerfile/chain.ts';
import { readHistory } from '../../src/image/history.ts';
import { describeLayers, type LayerFacts, readLayerSizes } from '../../src/share/layers.ts';
import { history } from '../history.ts';

const entries: [string, number][] = [
  ['', 100e6],
  ['ENV PIP_CERT=/etc/ssl', 0],
  ['WORKDIR /usr/src/app', 8192],
  ['ARG TOKEN=s3cret', 0],
  ['COPY requirements.txt . # buildkit', 20],
  ['RUN |1 TOKEN=s3cret /bin/sh -c pip install -r requirements.txt # buildkit', 50e6],
  ['COPY /opt/venv /opt/venv # buildkit', 48e6],
  ['CMD ["pytest"]', 0],
];
const dockerfile = `FROM python:3.13-slim AS dev
WORKDIR /usr/src/app
ARG TOKEN
COPY requirements.txt .
RUN pip install -r requirements.txt
FROM dev AS share
COPY --from=dev /opt/venv /opt/venv
CMD ["pytest"]
`;
const facts: LayerFacts = {
  history: history(...entries),
  diffIds: ['base', 'workdir', 'requirements', 'pip', 'venv'],
  chain: readChain(dockerfile, 'share', []),
  compressed: [40e6, 100, 120, 20e6, 19e6],
};

describe('what each layer weighs', () => {
  test('with the stages and instructions of the Dockerfile, the base image as one', () => {
    expect(describeLayers(facts)).toMatchObject({
      layers: [
        { instruction: 'base image', unpacked: 100e6, compressed: 40e6 },
        { stage: 'dev', instruction: 'WORKDIR /usr/src/app', unpacked: 8192, compressed: 100 },
        { stage: 'dev', instruction: 'COPY requirements.txt .', unpacked: 20, compressed: 120 },
        { stage: 'dev', instruction: 'RUN pip install -r requirements.txt', unpacked: 50e6, compressed: 20e6 },
        { stage: 'share', instruction: 'COPY --from=dev /opt/venv /opt/venv', unpacked: 48e6, compressed: 19e6 },
      ],
      unpacked: 198_008_212,
      compressed: 79_000_220,
      repeated: [{ line: 7, path: '/opt/venv', from: 'dev', bytes: 48e6 }],
      twins: [],
    });
  });

  test('without the Dockerfile, by the words of the engine, less the values of build arguments', () => {
    const { chain: _, ...engines } = facts;
    expect(describeLayers(engines).layers.map(({ instruction }) => instruction)).toEqual([
      '',
      'WORKDIR /usr/src/app',
      'COPY requirements.txt .',
      'RUN pip install -r requirements.txt',
      'COPY /opt/venv /opt/venv',
    ]);
    expect(JSON.stringify(describeLayers(engines))).not.toContain('s3cret');
  });

  test('not pushed: nothing is known of the download', () => {
    const { compressed: _, ...local } = facts;
    expect(describeLayers(local).compressed).toBeUndefined();
  });

  test('a Dockerfile that is not that of the image tells nothing', () => {
    const other = readChain('FROM a AS share\nRUN x\nRUN y\nRUN z\n', 'share', []);
    expect(describeLayers({ ...facts, chain: other }).layers[0]).toMatchObject({ instruction: '', unpacked: 100e6 });
  });

  test('two layers that hold the same count once for the download', () => {
    const twins = describeLayers({
      history: history(['COPY a a', 5e6], ['COPY b a', 5e6]),
      diffIds: ['same', 'same'],
      compressed: [3e6, 3e6],
    });
    expect(twins).toMatchObject({ compressed: 3e6, twins: [{ first: 'COPY a a', second: 'COPY b a', bytes: 5e6 }] });
  });

  test.each<[string, [createdBy: string, size: number][], string[]]>([
    [
      'the root is there already',
      [
        ['ADD rootfs.tar /', 100e6],
        ['WORKDIR /', 0],
        ['WORKDIR /app', 0],
      ],
      ['ADD rootfs.tar /', 'WORKDIR /app'],
    ],
    [
      'a builder that makes no layer of what changes nothing',
      [
        ['/bin/sh -c #(nop) ADD file:0a in / ', 100e6],
        ['/bin/sh -c #(nop) WORKDIR /app', 0],
        ['RUN /bin/sh -c true # buildkit', 0],
      ],
      ['ADD file:0a in /', 'RUN true'],
    ],
    [
      'shells with options',
      [
        ['SHELL [/bin/bash -euo pipefail -c]', 0],
        ['RUN |1 A=b c /bin/bash -euo pipefail -c pip list | wc # buildkit', 5],
        ['/bin/sh -c #(nop)  SHELL [conda run -n env bash -c]', 0],
        ['conda run -n env bash -c pip list', 5],
      ],
      ['RUN pip list | wc', 'RUN pip list'],
    ],
    [
      'a shell that no entry names',
      [
        ['RUN /bin/bash -o pipefail -c true # buildkit', 5],
        ['RUN /usr/bin/bash -euxo pipefail -c false # buildkit', 5],
      ],
      ['RUN true', 'RUN false'],
    ],
  ])('%s', (_, entries, instructions) => {
    const found = describeLayers({ history: history(...entries), diffIds: ['a', 'b'], compressed: [2, 1] });
    expect(found.layers.map(({ instruction }) => instruction)).toEqual(instructions);
    expect(found.layers.map(({ compressed }) => compressed)).toEqual([2, 1]);
  });
});

test.each([
  ['{"layers":[{"size":1},{"size":2}]}', [1, 2]],
  ['{"manifests":[]}', undefined],
  ['none', undefined],
])('sizes in the manifest %s', (manifest, sizes) => {
  expect(readLayerSizes(manifest)).toEqual(sizes);
});

describe('what Docker 28.5 said of one image, word for word', () => {
  const fixture = (name: string) => readFile(new URL(`../fixtures/results/${name}`, import.meta.url), 'utf8');
  const told = (printed: string) => readHistory(printed) ?? [];
  const empty = '5f70bf18a086';
  const recorded: Record<
    string,
    { facts: Omit<LayerFacts, 'history'>; unpacked: number[]; sum: number; download: number }
  > = {
    classic: {
      facts: {
        diffIds:
          '6bdab3bda019 55d40076e0d5 6729df39e96b 7dabc880a123 ab3665f83876 72cf453f8937 150b783026fa 245b1bf7a720 6a3aee893576 52d889cbb15b 839d3743c4b6'.split(
            ' ',
          ),
        compressed: [34_830_510, 9_229_975, 121, 3_003_642, 176, 1096, 3_003_130, 198, 176, 92, 92],
      },
      unpacked: [110_759_611, 0, 3_000_000, 7, 500_000, 3_000_000, 5, 4, 0, 0],
      sum: 117_259_627,
      download: 50_069_208,
    },
    // What a COPY finds there already is no part of its layer; sizes are those of whole blocks.
    containerd: {
      facts: {
        diffIds:
          `6bdab3bda019 55d40076e0d5 4cf25f13197c e7b800662796 f478a8c27024 38660d465120 ${empty} a5b1ad9924a5 6881066acf67 ${empty} ${empty}`.split(
            ' ',
          ),
        compressed: [33_823_346, 8_990_901, 121, 3_003_130, 176, 1086, 29, 199, 178, 29, 29],
      },
      unpacked: [125_444_096, 16_384, 3_014_656, 20_480, 512_000, 4096, 24_576, 24_576, 4096, 4096],
      sum: 129_069_056,
      download: 45_819_166,
    },
  };

  describe.each(Object.entries(recorded))('with the %s image store', (store, { facts, unpacked, sum, download }) => {
    test('and the Dockerfile', async () => {
      const chain = readChain(await fixture('history.Dockerfile'), 'share', []);
      const found = describeLayers({ ...facts, history: told(await fixture(`history-${store}.txt`)), chain });
      expect(found.layers.map(({ stage = '-', instruction }) => `${stage}: ${instruction}`)).toEqual([
        '-: base image',
        'dev: WORKDIR /usr/src/app',
        expect.stringMatching(/^dev: RUN mkdir -p .opt.venv && .* echo "\$TOKEN" > .dev.null$/),
        'dev: COPY requirements.txt .',
        'dev: RUN <<EOF',
        'share: COPY --from=dev /opt/venv /opt/venv',
        'share: COPY --link mean.py test_mean.py ./',
        'share: ADD data.csv data/',
        'share: RUN true',
        'share: RUN ["true"]',
      ]);
      expect(found.layers.map(layer => layer.unpacked)).toEqual(unpacked);
      expect(found).toMatchObject({ unpacked: sum, compressed: download, twins: [] });
      expect(found.repeated.map(({ line, bytes }) => [line, bytes])).toEqual([[14, unpacked[5]]]);
    });

    test('alone', async () => {
      const printed = await fixture(`history-${store}.txt`);
      const found = describeLayers({ ...facts, history: told(printed) });
      expect(found.layers.map(({ instruction }) => instruction)).toEqual([
        'debian',
        'python',
        'WORKDIR /usr/src/app',
        expect.stringMatching(/^RUN mkdir -p .opt.venv && .* echo "\$TOKEN" > .dev.null$/),
        'COPY requirements.txt .',
        'RUN set -e\nhead -c 500000 /dev/zero > /opt/zeros',
        'COPY /opt/venv /opt/venv',
        'COPY mean.py test_mean.py ./',
        'ADD data.csv data/',
        'RUN true',
        'RUN true',
      ]);
      expect(found.compressed).toBe(download);
      expect(printed).toContain('TOKEN=hush hush');
      expect(JSON.stringify(found)).not.toContain('hush');
    });
  });
});
