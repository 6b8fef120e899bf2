/** What BuildKit writes into an image's configuration with `--cache-to type=inline`: which step made which layer. */
type CachingConfig = { rootfs?: { diff_ids?: string[] }; [INLINE_CACHE]?: string };
type CacheRecord = { digest: string; layers?: { layer: number }[] };

const INLINE_CACHE = 'moby.buildkit.cache.v0';

/**
 * The configuration of a rebuilt image, with what it forgot put back. On the classic image store BuildKit drops the
 * layers of steps that it took from a cache (its exporter knows only layers that it made itself), so that a second
 * change of the requirements would find nothing to start from. Steps have the same digest in both images, and layers
 * count from the base, so a record of the older image holds as long as the layers up to its own are the same.
 * Texts are JSON; base64 is decoded and encoded, nothing else. Returns nothing where nothing was forgotten.
 */
export function withRememberedLayers(rebuilt: string, restored: string): string | undefined {
  const config: CachingConfig = JSON.parse(rebuilt);
  const older: CachingConfig = JSON.parse(restored);
  const layers = config.rootfs?.diff_ids ?? [];
  const olderLayers = older.rootfs?.diff_ids ?? [];
  const firstDifference = layers.findIndex((layer, index) => layer !== olderLayers[index]);
  const common = firstDifference < 0 ? layers.length : firstDifference;
  const remembered = new Map(records(older).map(record => [record.digest, record.layers ?? []]));
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

function records(config: CachingConfig): CacheRecord[] {
  return JSON.parse(atob(config[INLINE_CACHE] ?? btoa('[]')));
}
