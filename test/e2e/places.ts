// Images in which the tests are somebody else than who built them, or that have folders of their own where the checkout is
// mounted. All start from the tiny project's image.

import { beforeAll, describe, expect, test } from 'vitest';
import { hiddenPackages } from '../../src/pytest/workdir.ts';
import { runnerUser } from '../lab/user.ts';
import type { TestLab } from './lab.ts';
import { tiny, tinyDockerfile } from './project.ts';

/** A folder of scripts on PATH, volumes, packages and downloads of other users, and an ENTRYPOINT that takes one line. */
const Dockerfile = tinyDockerfile(`RUN useradd --create-home --uid 4711 app && chmod 755 /home/app
RUN mkdir -p ~/.cache/models && echo weights > ~/.cache/models/tiny.bin
VOLUME /usr/src/app/data /usr/src/app/limits.csv
ENV PATH="/usr/src/app/scripts:$PATH"
USER app
RUN python -c "import os, site; place = site.getusersitepackages(); os.makedirs(place); open(place + '/cellar.py', 'w').write('bottles = 3')"
ENTRYPOINT ["/bin/sh", "-c"]`);

const test_places = `import getpass, os, pathlib, pwd, subprocess

def test_checkout_counts():
    assert pathlib.Path("data/table.csv").read_text() == "1,2\\n"
    assert pathlib.Path("limits.csv").read_text() == "8,15\\n"
    pathlib.Path("data/new").write_text("3,4")
    os.chmod("scripts/greet", 0o755)
    assert subprocess.check_output(["greet"]) == b"hello\\n"

def test_is_known_and_at_home():
    person = pwd.getpwuid(os.getuid())
    assert person.pw_name == getpass.getuser() == subprocess.check_output(["whoami"], text=True).strip()
    assert person.pw_dir == os.environ["HOME"] and os.access(person.pw_dir, os.W_OK) and os.listdir(person.pw_dir) == []
    assert pwd.getpwnam("app").pw_uid == 4711

def test_packages_of_another_user():
    import cellar
    assert cellar.bottles == 3

def test_slow_or_odd():
    assert "left out by the arguments" == ""

def test_download():
    assert pathlib.Path.home().joinpath(".cache/models/tiny.bin").read_text() == "weights\\n"
`;

/** What the tests see of such images, and what they are told. */
export function describePlaces({ lab, job }: TestLab): void {
  describe('folders and users of the image', () => {
    let uid: number;
    beforeAll(async () => {
      await lab().cache.clear();
      ({ uid } = await runnerUser());
    });

    test('the checkout counts, and whoever runs the tests is at home; what lies in another home is named', async () => {
      const scripts = { 'scripts/greet': '#!/bin/sh\necho hello\n' };
      const data = { 'data/table.csv': '1,2\n', 'limits.csv': '8,15\n' };
      const project = tiny({ Dockerfile, 'test_places.py': test_places, ...data, ...scripts });
      const inputs = { 'pytest-args': '-k "not slow_or_odd"' };
      // The second run has its image mounted.
      for (const keepEngine of [true, false]) {
        const tested = await job(project, { inputs, keepEngine });
        expect(tested.outputs, tested.log).toMatchObject({
          passed: '6',
          failed: '1',
          'cache-hit': String(!keepEngine),
        });
        expect(tested.annotations).toMatchObject([
          { title: 'test_places.py::test_download' },
          { level: 'notice', message: expect.stringContaining('in their home; the dev image has it in /root,') },
        ]);
      }
    });

    const closed = (path: string, cure: string) =>
      `${path} can not be reached by the user of the tests (${uid}), who may not enter /root: ${cure}, or open that folder with "RUN chmod 755 /root" in the dev stage.`;
    test.each<[string, string, () => string]>([
      [
        'WORKDIR',
        'WORKDIR /root/wine',
        () => closed('WORKDIR /root/wine', 'choose one that is open to all, such as /usr/src/app'),
      ],
      [
        'the interpreter',
        'RUN mv "$(command -v pytest)" /usr/bin/pytest && ln -s "$(command -v python3)" /root/python && sed -i "1s|.*|#!/root/python|" /usr/bin/pytest',
        () =>
          closed(
            'The interpreter of the tests, /root/python,',
            'install it in a folder that is open to all, for uv with "ENV UV_PYTHON_INSTALL_DIR=/opt/python"',
          ),
      ],
      [
        'packages that the checkout hides, and that no variable names',
        'RUN mkdir -p .venv/bin && mv "$(command -v pytest)" .venv/bin/',
        () => hiddenPackages('/usr/src/app/.venv').message,
      ],
    ])('what can not be reached is named: %s', async (_, more, sentence) => {
      const refused = await job(tiny({ Dockerfile: tinyDockerfile(more) }), { keepEngine: true, cache: false });
      expect(refused.annotations, refused.log).toMatchObject([{ level: 'error', message: sentence() }]);
    });

    test('root writes into the checkout, which belongs to another, but not into its git data', async () => {
      const test_root = `import os, pytest

def test_root():
    assert os.getuid() == 0 and os.path.expanduser("~") == "/root"
    os.mkdir("made")
    with pytest.raises(OSError):
        open(".git/config", "a").close()
`;
      const root = await job(tiny({ 'test_root.py': test_root }), {
        keepEngine: true,
        cache: false,
        inputs: { user: 'root' },
      });
      expect(root.outputs, root.log).toMatchObject({ conclusion: 'success', passed: '4' });
    });
  });
}
