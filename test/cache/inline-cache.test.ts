import { describe, expect, test } from 'vitest';
import { withRememberedLayers } from '../../src/cache/inline-cache.ts';

type Row = [digest: string, ...layers: number[]];

// What BuildKit writes, as short as it gets: digests of layers, and for each step the layers that it made.
function config(layers: string[], rows: Row[] | undefined, more: object = {}): string {
  const records = rows?.map(([digest, ...made]) => ({
    digest,
    ...(made.length > 0 ? { layers: made.map(layer => ({ layer, createdAt: '2026-11-24T00:00:00Z' })) } : {}),
    inputs: [[{ link: 0 }]],
  }));
  return JSON.stringify({
    ...more,
    rootfs: { type: 'layers', diff_ids: layers },
    ...(records ? { 'moby.buildkit.cache.v0': btoa(JSON.stringify(records)) } : {}),
  });
}

const olderLayers = ['base', 'venv', 'big', 'old'];
const olderRows: Row[] = [
  ['venv', 1],
  ['big', 2],
  ['requirements', 3],
];

/** The rebuilt configuration with the older one's layers, read; undefined where nothing is to be put back. */
function remembered(layers: string[], rows: Row[] | undefined, more: object = {}, older = olderRows) {
  const changed = withRememberedLayers(config(layers, rows, more), config(olderLayers, older));
  return changed === undefined ? undefined : JSON.parse(changed);
}

function rowsOf(changed: Record<string, string> | undefined): Row[] | undefined {
  if (changed === undefined) return undefined;
  const records: { digest: string; layers?: { layer: number }[] }[] = JSON.parse(
    atob(changed['moby.buildkit.cache.v0'] ?? ''),
  );
  return records.map(({ digest, layers = [] }) => [digest, ...layers.map(({ layer }) => layer)]);
}

describe('withRememberedLayers', () => {
  test.each<[string, string[], Row[] | undefined, Row[] | undefined]>([
    [
      'what was forgotten comes back',
      ['base', 'venv', 'big', 'new'],
      [['venv'], ['big'], ['changed', 3]],
      [
        ['venv', 1],
        ['big', 2],
        ['changed', 3],
      ],
    ],
    [
      'up to where the images part',
      ['base', 'venv', 'other', 'new'],
      [['venv'], ['big'], ['requirements']],
      [['venv', 1], ['big'], ['requirements']],
    ],
    ['the same image gets all', olderLayers, [['venv'], ['big'], ['requirements']], olderRows],
    ['a shorter image gets what it has', ['base', 'venv'], [['venv'], ['big']], [['venv', 1], ['big']]],
    [
      'what it knows itself stays',
      olderLayers,
      [['venv', 9], ['big']],
      [
        ['venv', 9],
        ['big', 2],
      ],
    ],
    ['a moved base shares nothing', ['moved', 'venv', 'big', 'old'], [['venv'], ['big']], undefined],
    ['nothing was forgotten', olderLayers, [['venv', 9]], undefined],
    ['unknown steps stay unknown', olderLayers, [['else']], undefined],
    ['an image without a cache gets none', olderLayers, undefined, undefined],
  ])('%s', (_, layers, rows, expected) => {
    expect(rowsOf(remembered(layers, rows))).toEqual(expected);
  });

  test('a step of several layers comes back whole or not at all', () => {
    const older: Row[] = [['two', 1, 3]];
    expect(rowsOf(remembered(['base', 'venv', 'big', 'old'], [['two']], {}, older))).toEqual([['two', 1, 3]]);
    expect(rowsOf(remembered(['base', 'venv', 'big', 'new'], [['two']], {}, older))).toBeUndefined();
  });

  test('an older image that knows nothing changes nothing', () => {
    const rebuilt = config(olderLayers, [['venv']]);
    expect(withRememberedLayers(rebuilt, '{}')).toBeUndefined();
    expect(withRememberedLayers(rebuilt, config(olderLayers, undefined))).toBeUndefined();
  });

  test.each<[string, string]>([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['layers that are a text', JSON.stringify({ rootfs: { diff_ids: 'base' } })],
    ['a cache that is no base64', JSON.stringify({ 'moby.buildkit.cache.v0': '€' })],
    ['a cache that is a number', JSON.stringify({ 'moby.buildkit.cache.v0': 1 })],
    ['a cache that is no JSON', JSON.stringify({ 'moby.buildkit.cache.v0': btoa('{') })],
    ['a cache that is an object', JSON.stringify({ 'moby.buildkit.cache.v0': btoa('{}') })],
    ['a record that is nothing', JSON.stringify({ 'moby.buildkit.cache.v0': btoa('[null]') })],
    [
      'layers of a step that are a text',
      config(olderLayers, undefined, { 'moby.buildkit.cache.v0': btoa('[{"digest":"venv","layers":"x"}]') }),
    ],
    ['a layer of a step below the first', config(olderLayers, [['venv', -1]])],
    ['a layer of a step that is a fraction', config(olderLayers, [['venv', 0.5]])],
  ])('an older image that BuildKit did not write changes nothing: %s', (_, older) => {
    expect(withRememberedLayers(config(olderLayers, [['venv']]), older)).toBeUndefined();
  });

  test('the rest of the configuration is left alone', () => {
    const more = { architecture: 'amd64', config: { Env: ['A=ü'], Labels: { a: 'b' } }, history: [{ comment: '日' }] };
    const { 'moby.buildkit.cache.v0': _, ...rest } = remembered(olderLayers, [['venv']], more);
    expect(rest).toEqual({ ...more, rootfs: { type: 'layers', diff_ids: olderLayers } });
  });
});
