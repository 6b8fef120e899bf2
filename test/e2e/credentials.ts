import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tagEvent } from '../lab/events.ts';
import { layersOfEntry } from './entry.ts';
import { imageKeys, type TestLab } from './lab.ts';
import { tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

/** What a checkout holds besides the files, and where a build takes it. */
export function describeCredentials({ lab, job }: TestLab): void {
  describe('the token of the checkout', () => {
    beforeAll(() => lab().cache.clear());

    const image = () => `${lab().registry.host}/octo-lab/whole`;

    /** All that the layers of an image hold. */
    const contentOf = async (reference: string): Promise<Buffer> => {
      const folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-saved-'));
      try {
        await lab().engine.docker(['save', '--output', join(folder, 'image.tar'), reference]);
        return await readFile(join(folder, 'image.tar'));
      } finally {
        await rm(folder, { recursive: true });
      }
    };

    const expectNoToken = (content: Buffer, where: string) => {
      // They would have been found.
      for (const text of ['def mean', 'ref: refs/heads/main', 'gitdir: ../.git/modules/data']) {
        expect.soft(content.includes(text), `${text} in ${where}`).toBe(true);
      }
      for (const text of [TOKEN, Buffer.from(`x-access-token:${TOKEN}`).toString('base64'), 'extraheader']) {
        expect.soft(content.includes(text), `${text} in ${where}`).toBe(false);
      }
    };

    test('is in no image and in no cache entry, whatever is copied; that git is in the share image is told', async () => {
      const base = await pytestBase(lab());
      // It mounts a secret, so the whole image is kept in the cache.
      const Dockerfile = `FROM ${base} AS dev\nCOPY . .\nRUN --mount=type=secret,id=none ls .git > /seen\nFROM dev AS share\nCOPY . /again/\n`;
      const files = tiny({ Dockerfile, '.dockerignore': '', 'data/table.csv': '1,2\n' });
      const checkout = { persistToken: 'config', token: TOKEN, submodule: 'data' } as const;
      const notices = [
        {
          level: 'notice',
          message: expect.stringMatching(
            /^No image gets \.git\/config and \.git\/modules\/data\/config, since they hold a credential: add the line "\.git" to \.dockerignore/,
          ),
        },
        {
          level: 'notice',
          message: expect.stringMatching(
            /^The share image has \.git \(\d+ kB\): add the line "\.git" to \.dockerignore, unless/,
          ),
        },
      ];

      const pushed = await job(files, { checkout });
      expect(pushed).toMatchObject({ conclusion: 'success', outputs: { published: 'false' } });
      expect
        .soft(pushed.annotations)
        .toEqual(expect.arrayContaining(notices.map(notice => expect.objectContaining(notice))));
      expectNoToken(await contentOf('dev-in-docker/octo-lab/science-project:dev'), 'the dev image');
      const [key = ''] = imageKeys(lab());
      expectNoToken(Buffer.concat(await layersOfEntry(lab().cache, key)), 'the cache entry');

      const tagged = await job(files, {
        checkout,
        keepEngine: true,
        event: sha => tagEvent(sha, 'v1.0.0'),
        inputs: { image: image() },
      });
      expect(tagged).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      expect
        .soft(tagged.annotations)
        .toEqual(expect.arrayContaining(notices.map(notice => expect.objectContaining(notice))));
      expectNoToken(await contentOf(`${image()}:1.0.0`), 'the share image');
    });
  });
}
