import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { split } from 'shlex';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { type Files, tiny, tinyDockerfile } from './project.ts';

/** Holds the container while it is looked at from outside. */
const test_slow = `import time

def test_slow(capsys):
    with capsys.disabled():
        print("sleeping now", flush=True)
    time.sleep(3)
`;

/** Leaves git data that runs a program for whoever asks git for the status there: two repositories, and a bare one. */
const test_leaving = `import pathlib

def leave(data, worktree):
    for name in ("objects", "refs"):
        (data / name).mkdir(parents=True)
    (data / "HEAD").write_text("ref: refs/heads/main\\n")
    lines = ["[core]", "bare = false", "worktree = " + worktree, 'fsmonitor = "touch reached; true"', ""]
    (data / "config").write_text("\\n".join(lines))

def test_leaving():
    leave(pathlib.Path("docs/.git"), "..")
    leave(pathlib.Path("docs/site"), ".")
    leave(pathlib.Path("data/clone/.git"), "..")
`;

/** A project with folders that such data comes into. */
export const leaving: Files = {
  'hostile/test_leaving.py': test_leaving,
  'docs/index.md': '',
  'docs/site/index.md': '',
  '.gitignore': 'data/\n',
};

/** Whether git runs what the data in a folder says. */
function isRunIn(folder: string): boolean {
  spawnSync('git', ['-c', 'safe.directory=*', '-C', folder, 'status']);
  return existsSync(join(folder, 'reached'));
}

/** What the engine says of a mount. */
type EngineMount = { Type: string; Source?: string; Target: string; ReadOnly?: boolean };

/** The mounts of a `docker run` that was told in the log, as the engine would have them. */
function toldMounts(log: string): EngineMount[] {
  const words = split(/^\+ (docker run .*)$/m.exec(log)?.[1] ?? '');
  return words.flatMap((word, at) => {
    if (words[at - 1] !== '--mount') return [];
    const field = (name: string) => new RegExp(`(?:^|,)${name}=([^,]*)`).exec(word)?.[1] ?? '';
    const Source = field('src');
    const mount = { Type: field('type'), ...(Source === '' ? {} : { Source }), Target: field('dst') };
    return [word.endsWith(',readonly') ? { ...mount, ReadOnly: true } : mount];
  });
}

/** Options of the file systems that a job has mounted. */
async function mountOptions(): Promise<string[][]> {
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n').map(line => line.split(' '));
  return lines.flatMap(([, , , , point = '', options = '']) =>
    /\/dev-in-docker-[0-9a-f]{16}\/.*\/(?:lower|merged)$/.test(point) ? [options.split(',')] : [],
  );
}

/** Images that try to reach the machine by the paths that they name. */
export function describeHostileImages({ lab, job }: TestLab): void {
  describe('hostile images', () => {
    beforeAll(() => lab().cache.clear());

    const hostile = 'x,type=bind,src=/etc,dst=/usr/src/app/x';

    test.each(['VIRTUAL_ENV=/usr/src/app/', 'UV_PROJECT_ENVIRONMENT=', 'PATH=$PATH:/usr/src/app/'])(
      'ENV %s with more than a path in it starts nothing, even where the checkout has a folder of that name',
      async start => {
        const files = tiny({
          Dockerfile: tinyDockerfile(`RUN mkdir -p '${hostile}' && touch '${hostile}/pytest'\nENV ${start}${hostile}`),
          [`${hostile}/file`]: '',
          'test_reached.py': 'def test_reached():\n    print("it was run")\n',
        });
        const result = await job(files, { keepEngine: true, inputs: { 'cache-suffix': 'hostile-env' } });
        expect(result.conclusion).toBe('failure');
        expect(result.log).not.toContain('test session starts');
        expect(result.annotations).toMatchObject([
          { message: expect.stringContaining('where nothing can be mounted: a comma, a quote') },
        ]);
      },
    );

    test('a container has the mounts that it should have, and no other, mounted and built', async () => {
      const volume = '/opt/data,type=bind,src=/etc,dst=/opt/host';
      const dockerfile = tinyDockerfile(`VOLUME ["${volume}", "/opt/plain"]`);
      const seen: EngineMount[][] = [];
      const told: EngineMount[][] = [];
      let options: string[][] = [];
      const look = async (): Promise<EngineMount[]> => {
        const [id = ''] = (await lab().engine.docker(['ps', '--quiet', '--filter', 'label=dev-in-docker'])).split('\n');
        options = await mountOptions();
        return JSON.parse(await lab().engine.docker(['inspect', '--format', '{{json .HostConfig.Mounts}}', id]));
      };
      const run = async (Dockerfile: string) => {
        let looking: Promise<EngineMount[]> | undefined;
        const result = await job(tiny({ Dockerfile, 'test_slow.py': test_slow }), {
          keepEngine: true,
          inputs: { 'cache-suffix': 'hostile-volume' },
          environment: { RUNNER_DEBUG: '1' },
          onLine: line => {
            if (line.includes('sleeping now')) looking = look();
          },
        });
        seen.push((await looking) ?? []);
        told.push(toldMounts(result.log));
        return result;
      };
      const first = await run(dockerfile);
      expect(first.conclusion, first.log).toBe('success');
      // The path of the volume keeps the image from being mounted; it is built, and docker takes the path for one.
      const second = await run(dockerfile);
      expect(second.conclusion, second.log).toBe('success');
      expect(second.annotations).toMatchObject([
        {
          level: 'notice',
          message: expect.stringContaining('one of its volumes has a path where nothing can be mounted'),
        },
      ]);
      // Without it, the image is mounted.
      const plain = dockerfile.replace(volume, '/opt/other');
      await run(plain);
      const mounted = await run(plain);
      expect(mounted.summary).toContain('mounted while it was downloaded');
      expect(seen).toHaveLength(4);
      expect(told).toEqual(seen);
      expect(options).toHaveLength(2);
      for (const names of options) expect(names).toEqual(expect.arrayContaining(['nosuid', 'nodev']));
      for (const mounts of seen) {
        for (const { Type, Source = '', Target } of mounts) {
          expect(['bind', 'volume']).toContain(Type);
          if (Type === 'volume') expect(['/opt/plain', '/opt/other']).toContain(Target);
          else expect(Source, Target).toMatch(/^\/tmp\/dev-in-docker-lab-|docker-init$/);
        }
      }
      // The checkout, its git data, and what the tests have of their own: no more where the image is in the engine.
      const own = ['plugin', 'results', 'home'].map(name => `/opt/dev-in-docker/${name}`);
      expect(seen[0]?.map(({ Target }) => Target).toSorted()).toEqual(
        ['/etc/passwd', ...own, '/usr/src/app', '/usr/src/app/.git'].toSorted(),
      );
      expect(seen[1]).toHaveLength(seen[0]?.length ?? 0);
      expect(seen[3]?.map(({ Target }) => Target)).toEqual(
        expect.arrayContaining(['/usr', '/opt', '/sbin/docker-init']),
      );
    });
  });
}

/** Tests that leave something for whoever comes after them. */
export function describeHostileTests({ job }: TestLab): void {
  test('git data that tests leave is told, and runs nothing in folders that git tracks', async () => {
    const result = await job(tiny(leaving), {
      keepEngine: true,
      after: async workspace => {
        const folder = (path: string) => join(workspace, path);
        expect(['docs', 'docs/site'].filter(path => isRunIn(folder(path)))).toEqual([]);
        expect((await readdir(folder('docs'))).toSorted()).toEqual(['index.md', 'site']);
        expect(await readdir(folder('docs/site'))).toContain('index.md');
        // Where git tracks nothing, it may be somebody's data.
        expect(isRunIn(folder('data/clone'))).toBe(true);
      },
    });
    expect(result.conclusion, result.log).toBe('success');
    expect(result.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('"docs/.git", "docs/site". It was removed') },
      { level: 'notice', message: expect.stringContaining('left git data: "data/clone/.git".') },
    ]);
  });
}
