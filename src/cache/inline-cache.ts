/** What BuildKit writes into an image's configuration with `--cache-to type=inline`: which step made which layer. */
type CachingConfig = { rootfs?: { diff_ids?: string[] }; [INLINE_CACHE]?: string };
type CacheRecord = { digest: string; layers?: { layer: number }[] };

const INLINE_CACHE = 'moby.buildkit.cache.v0';

/**
 * The configuration of a rebuilt image, with what it forgot put back. On the classic image store BuildKit drops the
 * layers of steps that it took from a cache (its exporter knows only layers that it made itself), so that a second
 * change of the requirements would find nothing to start from. Steps have the same digest in both images, and layers
 * count from the base, so a record of the older image holds as long as the layers up to its own are the same.
 * Texts are JSON; base64 is decoded and encoded, nothing else. Returns nothing where nothing was forgotten. The restored
 * text may be anybody's: of one that BuildKit did not write, nothing is put back.
 */
export function withRememberedLayers(rebuilt: string, restored: string): string | undefined {
  const config: CachingConfig = JSON.parse(rebuilt);
  const older = readOlder(restored);
  const layers = config.rootfs?.diff_ids ?? [];
  const firstDifference = layers.findIndex((layer, index) => layer !== older.layers[index]);
  const common = firstDifference < 0 ? layers.length : firstDifference;
  const remembered = new Map(older.records.map(record => [record.digest, record.layers ?? []]));
  let isChanged = false;
  const merged = records(config).map(record => {
    const known = remembered.get(record.digest) ?? [];
    const isForgotten = (record.layers ?? []).length === 0 && known.length > 0;
    if (!isForgotten || known.some(({ layer }) => layer >= common)) return record;
    isChanged = true;
    return { ...record, layers: known };
  });
  if (!isChanged) return undefined;
  return JSON.stringify({ ...config, [INLINE_CACHE]: btoa(JSON.stringify(merged)) });
}

function readOlder(text: string): { layers: unknown[]; records: CacheRecord[] } {
  try {
    const config: CachingConfig = JSON.parse(text);
    const [layers, found] = [config.rootfs?.diff_ids ?? [], records(config)];
    return Array.isArray(layers) && found.every(isRecordOfLayers) ? { layers, records: found } : NOTHING;
  } catch {
    return NOTHING;
  }
}

const NOTHING = { layers: [], records: [] };

function isRecordOfLayers({ digest, layers = [] }: CacheRecord): boolean {
  return typeof digest === 'string' && layers.every(({ layer }) => Number.isSafeInteger(layer) && layer >= 0);
}

function records(config: CachingConfig): CacheRecord[] {
  return JSON.parse(atob(config[INLINE_CACHE] ?? btoa('[]')));
}
