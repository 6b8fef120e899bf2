import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { useLaptop } from './laptop.ts';
import { tiny } from './project.ts';

const MANIFESTS = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';

const test_data = `import pathlib

def test_data():
    assert pathlib.Path("data/wine.csv").read_text()
`;

/** What a person sees of `dev-in-docker share`, and what others get. */
export function describeShareCommand(lab: TestLab): void {
  describe('dev-in-docker share', () => {
    const files = tiny({ '.gitignore': '*.secret\n', '.dockerignore': '.git\n' });
    const Dockerfile = files.Dockerfile?.replace('COPY mean.py test_mean.py ./', 'COPY . .') ?? '';
    const laptop = useLaptop(lab, { ...files, Dockerfile });
    const docker = (...args: string[]) => lab.lab().engine.docker(args);
    const published = () => `${lab.lab().registry.host}/octo-lab/laptop`;

    /** Digest of what the registry has. */
    const digestOf = async (tag: string) => {
      const { host } = lab.lab().registry;
      const response = await fetch(`http://${host}/v2/octo-lab/laptop/manifests/${tag}`, {
        headers: { accept: MANIFESTS },
      });
      return response.headers.get('docker-content-digest');
    };

    afterAll(async () => {
      for (const name of ['tasted:1', `${published()}:main`]) await docker('rmi', '--force', name);
    });

    test('a command runs in what a colleague gets: as the image is, with nothing mounted', async () => {
      const script = 'ls; id -u; pwd; touch made; exit 3';
      const { exitCode, screen } = await laptop.run(['share', '--quiet', '--', 'sh', '-c', script]);
      expect(screen).toBe('Dockerfile  mean.py  requirements.txt  test_mean.py\n0\n/usr/src/app');
      expect(exitCode).toBe(3);
      await expect(stat(join(laptop.folder, 'made'))).rejects.toThrow('ENOENT');
    });

    test('its own tests tell what it lacks', async () => {
      await laptop.write({
        'wine/test_data.py': test_data,
        'wine/data/wine.csv': 'a,b\n',
        'wine/.dockerignore': 'data\n',
      });
      await laptop.outside(['git', 'config', 'remote.other.url', 'https://octo:secret@github.com/octo/wine']);
      const { exitCode, screen } = await laptop.run(['share', '--check', '-t', 'tasted:1']);
      await laptop.outside(['git', 'config', '--remove-section', 'remote.other']);
      await laptop.outside(['git', 'reset', '--quiet', '--hard']);
      await laptop.outside(['git', 'clean', '--quiet', '--force', '-d']);
      expect(exitCode).toBe(1);
      expect(screen).toMatch(
        /The tests do not pass in the share image, as a colleague would run it: Tests failed \(1 failed, 3 passed\)\. The share image lacks data\/wine\.csv, which test_data\.py::test_data wanted: \.dockerignore leaves it out/,
      );
      expect(screen).toMatch(
        /No image gets \.git\/config, since it holds a credential: add the line "\.git" to \.dockerignore/,
      );
      expect(screen).toMatch(/The share image has \.git \(\d+ kB\): add the line "\.git" to \.dockerignore, unless/);
      expect(await docker('images', '--quiet', 'tasted')).toBe('');
    });

    test('under a name and in a file, which docker load takes', async () => {
      const { exitCode, screen } = await laptop.run(['share', '--check', '-t', 'tasted:1', '-o', '../tasted.tar.zst']);
      expect(screen).toMatch(/3 passed[\s\S]*Wrote \.\.\/tasted\.tar\.zst \(\d+ MB\), which has the image tasted:1 \(/);
      expect(exitCode).toBe(0);
      await docker('rmi', '--force', 'tasted:1');
      expect(await docker('load', '--input', join(laptop.home, 'tasted.tar.zst'))).toContain('tasted:1');
      expect(await docker('run', '--rm', 'tasted:1', 'pytest')).toContain('3 passed');
    });

    test('what differs from the commit is not published', async () => {
      await laptop.write({ 'wine/new.py': '' });
      const { exitCode, screen } = await laptop.run(['share', '--push', '-t', published()]);
      await laptop.outside(['rm', 'new.py']);
      expect(screen).toMatch(
        /^What is published must be what the commit has, but new\.py differs from it: commit first/,
      );
      expect(exitCode).toBe(125);
    });

    test('the commit is published, without what git ignores', async () => {
      await laptop.write({ 'wine/key.secret': 'S3CRET' });
      const { exitCode, screen } = await laptop.run(['share', '--push', '-t', published()]);
      expect(screen).toContain(`Published ${published()}:main.\n  digest  ${await digestOf('main')}\n  size    `);
      expect(screen).toContain(`Others run it with:\n  docker run --rm -it ${published()}:main`);
      expect(exitCode).toBe(0);
      await docker('rmi', '--force', `${published()}:main`);
      const files = (await docker('run', '--rm', `${published()}:main`, 'ls', '-A')).split('\n');
      expect(files).toContain('mean.py');
      expect(files).not.toContain('key.secret');
      expect(await laptop.outside(['git', 'worktree', 'list'])).not.toContain('\n/');
    });
  });
}
