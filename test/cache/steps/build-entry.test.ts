// A build entry from a layout into a blob, and back into a layout; and blobs that somebody forged.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodeBuildHeader } from '../../../src/cache/build-entry.ts';
import { DATA_OFFSET, framed, HEADER_GUESS } from '../../../src/cache/framed.ts';
import { packLayout } from '../../../src/cache/steps/build-entry.ts';
import { manifestDigest, readConfig } from '../../../src/cache/steps/layout.ts';
import { restoreBuildEntry } from '../../../src/cache/steps/restore.ts';
import { joined, makeTar, tarHeader } from '../../../src/image/tar.ts';
import { folderWith } from '../../temporary-folder.ts';
import { serviceWith } from '../blob-service.ts';

const KEY = 'build-abc-1';
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const descriptor = (bytes: Uint8Array | string) => ({ digest: `sha256:${sha256(bytes)}`, size: bytes.length });

/** Two layers, one of them as large as several requests. */
const layers = [Buffer.concat([randomBytes(12_345_678), Buffer.alloc(5_000_000)]), Buffer.from('small')];
const config = '{"architecture":"amd64","rootfs":{"diff_ids":[]}}';
const manifestOf = (described: object[]) =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptor(config),
    layers: described,
  });

/** A layout with these layers, as docker save writes it. */
async function layoutWith(contents: Buffer[]): Promise<string> {
  const layout = await folderWith({});
  const manifest = manifestOf(contents.map(descriptor));
  await mkdir(join(layout, 'blobs/sha256'), { recursive: true });
  for (const blob of [manifest, config, ...contents]) await writeFile(join(layout, 'blobs/sha256', sha256(blob)), blob);
  await writeFile(join(layout, 'index.json'), JSON.stringify({ manifests: [descriptor(manifest)] }));
  return layout;
}

async function blobOf(layout: string): Promise<Buffer> {
  const file = join(await folderWith({}), 'entry');
  const header = encodeBuildHeader(await packLayout(layout, file), sha256);
  const blob = await readFile(file);
  blob.set(header);
  return blob;
}

/** Restores a blob into a folder where there is nothing else. */
async function restored(blob: Uint8Array): Promise<{ folder: string; layout: string; result: object }> {
  const folder = await folderWith({});
  const layout = join(folder, 'image');
  const service = await serviceWith(KEY, blob);
  const result = await restoreBuildEntry({ service, keys: { exact: 'build-abc-', any: 'build-' }, layout });
  return { folder, layout, result };
}

test('a layout comes back as it was', async () => {
  const layout = await layoutWith([...layers, layers[1] ?? Buffer.of()]);
  const digest = await manifestDigest(layout);
  const blob = await blobOf(layout);
  expect(blob.length).toBeLessThan(DATA_OFFSET + 12_400_000);
  const back = await restored(blob);
  expect(back.result).toEqual({ key: KEY, bytes: blob.length });
  expect(await manifestDigest(back.layout)).toBe(digest);
  expect(await readConfig(back.layout)).toBe(config);
  const blobs = await readdir(join(back.layout, 'blobs/sha256'));
  expect(blobs.toSorted()).toEqual(
    [...layers, config, manifestOf([...layers, layers[1] ?? Buffer.of()].map(descriptor))].map(sha256).toSorted(),
  );
  for (const name of blobs) expect(sha256(await readFile(join(back.layout, 'blobs/sha256', name)))).toBe(name);
});

test('an image without layers has an entry too', async () => {
  const { result } = await restored(await blobOf(await layoutWith([])));
  expect(result).toEqual({ key: KEY, bytes: DATA_OFFSET });
});

test('an image that no header can describe is not packed', async () => {
  const layout = await layoutWith(layers);
  await writeFile(
    join(layout, 'blobs/sha256', (await manifestDigest(layout)).slice(7)),
    '{"config":{"digest":"sha256:1"}}',
  );
  await expect(packLayout(layout, join(layout, 'entry'))).rejects.toThrow();
});

/** A blob with any manifest, any packed sizes and anything after the header. */
function forged(described: object[], data: Uint8Array, packed: number[] = [data.length]): Buffer {
  const fields = { manifest: manifestOf(described), config, packed };
  const blob = Buffer.concat([Buffer.alloc(DATA_OFFSET), data]);
  blob.set(framed({ line: 'dev-in-docker build entry 1\n', name: '' }, fields, sha256));
  return blob;
}

/** A tar archive as @actions/cache would unpack it, wherever its names lead. */
const archive = (header: Parameters<typeof tarHeader>[0]) =>
  joined([
    zstdCompressSync(joined([tarHeader(header), makeTar([{ name: 'link/planted', kind: 'file' }])])),
    new Uint8Array(HEADER_GUESS),
  ]);
const entry = { name: '/tmp/planted', type: '0', mode: 0o644, size: 0, link: '' };

describe('what somebody forged is not used, and leaves nothing', () => {
  const honest = Buffer.from('honest');
  const packed = zstdCompressSync(honest);
  const zeros = zstdCompressSync(Buffer.alloc(50_000_000));

  test.each<[string, Uint8Array, RegExp]>([
    ['an archive with an absolute name', archive(entry), /no build entry/],
    ['an archive with a name that leads out', archive({ ...entry, name: '../planted' }), /no build entry/],
    ['an archive with a link', archive({ ...entry, name: 'link', type: '2', link: '/tmp' }), /no build entry/],
    [
      'an archive with a hard link',
      archive({ ...entry, name: 'link', type: '1', link: '/etc/passwd' }),
      /no build entry/,
    ],
    ['an archive with a device', archive({ ...entry, name: 'link', type: '4' }), /no build entry/],
    ['an archive with a pipe', archive({ ...entry, name: 'link', type: '6' }), /no build entry/],
    ['nothing but zeros', Buffer.alloc(DATA_OFFSET + 10), /no build entry/],
    ['next to nothing', Buffer.of(1), /cut short/],
    ['an absolute name for a digest', forged([{ digest: '/tmp/planted', size: 6 }], packed), /header is damaged/],
    ['a digest that leads out', forged([{ digest: 'sha256:../../../planted', size: 6 }], packed), /header is damaged/],
    ['another layer than the digest names', forged([{ ...descriptor('other'), size: 6 }], packed), /layer is damaged/],
    ['a layer that is larger than it says', forged([{ ...descriptor(honest), size: 5 }], packed), /larger than/],
    ['a layer that unpacks to much more', forged([{ ...descriptor(honest), size: 6 }], zeros), /larger than/],
    [
      'a layer that is larger than the disk',
      forged([{ ...descriptor(honest), size: 2 ** 52 }], packed),
      /too little to restore/,
    ],
    [
      'more layers than the disk holds',
      forged(
        Array(900)
          .fill(0)
          .map((_, index) => ({ ...descriptor(String(index)), size: 2 ** 40 })),
        Buffer.alloc(900),
        Array(900).fill(1),
      ),
      /too little to restore/,
    ],
    ['a layer that is no zstd', forged([descriptor(honest)], honest), /could not be used/],
    ['a layer that breaks off', forged([descriptor(honest)], packed.subarray(0, -1)), /could not be used/],
    ['a layer of no bytes', forged([descriptor(honest)], Buffer.of(), [0]), /could not be used/],
    [
      'a blob that is shorter than it says',
      forged([descriptor(honest)], packed, [packed.length + 1]),
      /its size is not/,
    ],
    [
      'a blob that is longer than it says',
      forged([descriptor(honest)], packed, [packed.length - 1]),
      /its size is not/,
    ],
    [
      'a layer in the place of the configuration',
      forged([descriptor(config)], zstdCompressSync(Buffer.from(config))),
      /EEXIST/,
    ],
  ])('%s', async (_, blob, message) => {
    const { folder, result } = await restored(blob);
    expect(result).toEqual({ key: KEY, trouble: expect.stringMatching(message) });
    expect(await readdir(folder)).toEqual([]);
  });

  test('nothing is written where there is something already, such as a link', async () => {
    const folder = await folderWith({});
    const outside = await folderWith({});
    await symlink(outside, join(folder, 'image'));
    const service = await serviceWith(KEY, forged([descriptor(honest)], packed));
    const keys = { exact: 'build-abc-', any: 'build-' };
    const result = await restoreBuildEntry({ service, keys, layout: join(folder, 'image') });
    expect(result).toEqual({ key: KEY, trouble: expect.stringMatching('EEXIST') });
    expect(await readdir(outside)).toEqual([]);
  });
});
