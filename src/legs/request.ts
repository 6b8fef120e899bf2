// What the artifact client is asked for, and what it answers.

export type ArtifactRequest =
  | {
      action: 'upload';
      /** Of the artifact, and of its files in the client's folder. */
      name: string;
      files: string[];
      /** 0: what the server does unasked. */
      retentionDays: number;
    }
  | { action: 'download' };

/** An artifact of a leg that is there and could not be had. */
export type NotDownloaded = { name: string; why: string };

export type ArtifactResult = { missing: NotDownloaded[] } | { trouble: string };
