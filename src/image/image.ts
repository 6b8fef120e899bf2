/** An image's configuration, as `docker image inspect` shows it under Config; what is not named here is kept as it is. */
export type ImageConfig = {
  Env?: string[] | null;
  User?: string;
  WorkingDir?: string;
  Entrypoint?: string[] | null;
  Volumes?: Record<string, object> | null;
  [key: string]: unknown;
};

/** What the engine says of an image. */
export type Image = {
  /** `sha256:…`, by which the engine finds it. */
  id: string;
  /**
   * Hash of layers and configuration, hexadecimal. The ID won't do: on the classic image store it also covers what
   * BuildKit notes for its cache, which differs between an image and the same one rebuilt from the cache.
   */
  contentId: string;
  /** All of its configuration, as the engine shows it. */
  config: ImageConfig;
  /** Absolute, or empty where the Dockerfile sets none. */
  workdir: string;
  environment: Record<string, string>;
  /** What it is for, such as `linux/arm64`; empty where that isn't known, or is nothing with Linux. */
  platform: string;
};

/** An image as the engine's API describes it. */
export type InspectedImage = {
  Id: string;
  Config: ImageConfig | null;
  RootFS: unknown;
  Os?: string;
  Architecture?: string;
  Variant?: string;
};

/** The words of an image's ENTRYPOINT, which come before any command; none where it has none. */
export function entrypointOf({ config }: Pick<Image, 'config'>): string[] {
  return config.Entrypoint ?? [];
}

/** What is of interest in an image's configuration, beside all of it. */
export function describeImage(image: Pick<Image, 'id' | 'contentId' | 'config'>, platform = ''): Image {
  const pairs = image.config.Env ?? [];
  return {
    ...image,
    platform,
    workdir: image.config.WorkingDir ?? '',
    environment: Object.fromEntries(
      pairs.map(pair => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
    ),
  };
}
