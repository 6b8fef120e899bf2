import { beforeAll, describe, expect, test } from 'vitest';
import { tagEvent } from '../lab/events.ts';
import type { ProjectJob, TestLab } from './lab.ts';
import { type Files, tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

const LFS_POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;

const test_data = `import pathlib

def test_data():
    assert pathlib.Path("data/wine.csv").read_text()

def test_module():
    from cellar import shelf
`;

/** What is wrong with a share image shows before it is published. */
export function describeShare({ lab, job }: TestLab): void {
  describe('the share image', () => {
    const image = () => `${lab().registry.host}/octo-lab/checked`;
    const release = (files: Files, more: Partial<ProjectJob> = {}) =>
      job(files, {
        event: sha => tagEvent(sha, 'v1.0.0'),
        keepEngine: true,
        ...more,
        inputs: { image: image(), ...more.inputs },
      });
    let base = '';
    const share = (lines: string) => `FROM ${base} AS dev\n\nFROM dev AS share\n${lines}\n`;

    beforeAll(async () => {
      base = await pytestBase(lab());
    });

    test('lacks a file and a package that its tests want: it is not published, and the lines to add are named', async () => {
      const files = tiny({
        Dockerfile: share('COPY mean.py test_mean.py test_data.py ./'),
        'test_data.py': test_data,
        'data/wine.csv': 'a,b\n',
        'cellar/__init__.py': 'shelf = 1\n',
      });
      const lacking = await release(files);
      expect(lacking).toMatchObject({ conclusion: 'failure', outputs: { conclusion: 'failure', published: 'false' } });
      const [{ message = '' } = {}, ...others] = lacking.annotations;
      expect(others).toEqual([]);
      expect(message).toMatch(
        /^The tests do not pass in the share image, as a colleague would run it, so it is not published: Tests failed \(2 failed, 3 passed\)\./,
      );
      expect(message).toContain(
        'The share image lacks data/wine.csv, which test_data.py::test_data wanted: add "COPY data/wine.csv data/" to the share stage.',
      );
      expect(message).toContain('add "COPY cellar cellar/" to the share stage.');
      // The tests of the checkout itself are green, and say so.
      expect(lacking.outputs).toMatchObject({ 'exit-code': '0', passed: '5' });
    });

    test('left out by .dockerignore', async () => {
      const files = tiny({
        Dockerfile: share('COPY . .'),
        'test_data.py': test_data,
        'data/wine.csv': 'a,b\n',
        'cellar/__init__.py': 'shelf = 1\n',
        '.dockerignore': 'data\n.git\n',
      });
      const lacking = await release(files);
      expect(lacking.annotations).toMatchObject([
        {
          message: expect.stringContaining(
            'The share image lacks data/wine.csv, which test_data.py::test_data wanted: .dockerignore leaves it out;',
          ),
        },
      ]);
    });

    test('its tests run as its own user, at home, with nothing mounted', async () => {
      const test_home = `import os, pathlib

def test_home():
    if os.environ["USER_HERE"] == "share" and os.getuid() == 4711:
        assert pathlib.Path.home() == pathlib.Path("/home/analyst")
        assert not pathlib.Path("not-copied").exists()
    else:
        assert pathlib.Path("not-copied").exists()
`;
      const Dockerfile = share(
        'RUN useradd --uid 4711 --create-home analyst\nCOPY mean.py test_mean.py test_home.py ./\nUSER analyst\nENV HOME=/home/analyst',
      );
      const files = tiny({ Dockerfile, 'test_home.py': test_home, 'not-copied': '' });
      const own = await release(files, { inputs: { image: `${image()}-own`, env: 'USER_HERE=share' } });
      expect(own).toMatchObject({ conclusion: 'success', annotations: [], outputs: { published: 'true' } });
      expect(own.log).toMatch(/4 passed[\s\S]*The tests once more, in the share image:[\s\S]*4 passed/);
    });

    test('would hold pointers of Git LFS in place of files: nothing is built', async () => {
      const pointers = await release(tiny({ Dockerfile: share('COPY . .'), 'data/wine.csv': LFS_POINTER }));
      expect(pointers).toMatchObject({ conclusion: 'failure', outputs: { 'image-id': '' } });
      expect(pointers.annotations).toMatchObject([
        {
          message:
            'data/wine.csv is a Git LFS pointer, not the file itself: write "lfs: true" under "with:" of actions/checkout.',
        },
      ]);
    });
  });
}
