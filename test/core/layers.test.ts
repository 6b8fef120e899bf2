import { describe, expect, test } from 'vitest';
import { readChain } from '../../src/core/dockerfile-chain.ts';
import { describeLayers, type LayerFacts, readLayerSizes } from '../../src/core/layers.ts';

/** What `docker history` prints, the newest first. */
function printed(...entries: [createdBy: string, size: number][]): string {
  return entries
    .map(([CreatedBy, size]) => JSON.stringify({ ID: '<missing>', CreatedBy, Size: String(size), Comment: '' }))
    .reverse()
    .join('\n');
}

const history: [string, number][] = [
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
  printed: printed(...history),
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
    expect(describeLayers(engines)?.layers.map(({ instruction }) => instruction)).toEqual([
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
    expect(describeLayers(local)?.compressed).toBeUndefined();
  });

  test('a Dockerfile that is not that of the image tells nothing', () => {
    const other = readChain('FROM a AS share\nRUN x\nRUN y\nRUN z\n', 'share', []);
    expect(describeLayers({ ...facts, chain: other })?.layers[0]).toMatchObject({ instruction: '', unpacked: 100e6 });
  });

  test('two layers that hold the same count once for the download', () => {
    const twins = describeLayers({
      printed: printed(['COPY a a', 5e6], ['COPY b a', 5e6]),
      diffIds: ['same', 'same'],
      compressed: [3e6, 3e6],
    });
    expect(twins).toMatchObject({ compressed: 3e6, twins: [{ first: 'COPY a a', second: 'COPY b a', bytes: 5e6 }] });
  });

  test.each(['', 'Error: no such image', '{"CreatedBy":"RUN x","Size":"1.2MB"}'])('not from %j', text => {
    expect(describeLayers({ printed: text, diffIds: [] })).toBeUndefined();
  });
});

test.each([
  ['{"layers":[{"size":1},{"size":2}]}', [1, 2]],
  ['{"manifests":[]}', undefined],
  ['none', undefined],
])('sizes in the manifest %s', (manifest, sizes) => {
  expect(readLayerSizes(manifest)).toEqual(sizes);
});
