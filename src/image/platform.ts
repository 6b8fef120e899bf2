// What kind of machine an image is for, as Docker writes it.

/** Operating system and architecture, as an image's configuration and an index have them. */
export type PlatformFields = { os: string; architecture: string; variant?: string | undefined };

/** How a platform may look. */
export const PLATFORM: RegExp = /^linux\/[a-z0-9]{1,20}(?:\/[a-z0-9]{1,10})?$/;

/** What need not be said of an architecture, since there is no other variant that Docker would mean (containerd/platforms). */
const USUAL: Record<string, string> = { amd64: 'v1', arm64: 'v8' };

/** Such as `linux/arm64`, or `linux/arm/v7`; empty where the fields say none that an image for Linux could be for. */
export function platformOf({ os, architecture, variant = '' }: PlatformFields): string {
  const isUsual = variant === '' || variant === USUAL[architecture];
  const platform = [os, architecture, ...(isUsual ? [] : [variant])].join('/');
  return PLATFORM.test(platform) ? platform : '';
}
