import { describe, expect, test } from 'vitest';
import type { UnmetImport } from '../../src/pytest/unmet-imports.ts';
import { findCures } from '../../src/report/cures.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import { debianPackages, pythonPackage } from '../../src/report/packages.ts';
import { render } from '../../src/text/sentence.ts';
import { green, testFacts } from '../samples.ts';
import { failure, red, unbuilt } from './places.ts';

const said = (outcome: Outcome) =>
  findCures(outcome).map(({ sentence, lines }) => [render(sentence, 'job'), ...lines].join('\n'));
const install = (packages: string) =>
  `RUN apt-get update && apt-get install --yes --no-install-recommends \\\n    ${packages} && rm -rf /var/lib/apt/lists/*`;

describe('what Debian has', () => {
  test.each<[string, string, string, string]>([
    [
      'ImportError: libgomp.so.1: cannot open shared object file: No such file or directory',
      'libgomp.so.1',
      'libgomp1',
      'libgomp1',
    ],
    [
      "OSError: cannot load library 'libsndfile.so.1': libsndfile.so.1: cannot open",
      'libsndfile.so.1',
      'libsndfile1',
      'libsndfile1',
    ],
    ["FileNotFoundError: [Errno 2] No such file or directory: 'git'", 'git', 'git', 'git'],
    ["FileNotFoundError: [Errno 2] No such file or directory: b'make'", 'make', 'make', 'make'],
    ['[FATAL tini (7)] exec make failed: No such file or directory', 'make', 'make', 'make'],
    ['/bin/sh: 1: cmake: not found', 'cmake', 'cmake, make and g++', 'cmake make g++'],
    ['bash: line 1: pandoc: command not found', 'pandoc', 'pandoc', 'pandoc'],
    ["error: command 'gcc' failed: No such file or directory", 'gcc', 'gcc and libc6-dev', 'gcc libc6-dev'],
    ["error: command '/usr/bin/g++' failed: No such file or directory", 'g++', 'g++', 'g++'],
    [
      "unable to execute 'x86': x\nerror: can't find Rust compiler",
      'cargo',
      'cargo, gcc and libc6-dev',
      'cargo gcc libc6-dev',
    ],
    ['a.c:1:10: fatal error: ffi.h: No such file or directory', 'ffi.h', 'libffi-dev', 'libffi-dev'],
    ["cookiecutter.exceptions.VCSNotInstalled: 'git' is not installed.", 'git', 'git', 'git'],
    ["ERROR: Cannot find command 'git' - do you have 'git' installed and in your PATH?", 'git', 'git', 'git'],
    ['ImportError: Bad git executable.', 'git', 'git', 'git'],
    ["- couldn't import psycopg 'python' implementation: libpq library not found", 'libpq.so.5', 'libpq5', 'libpq5'],
    ["../meson.build:1:0: ERROR: Unknown compiler(s): [['cc'], ['gcc']]", 'gcc', 'gcc and libc6-dev', 'gcc libc6-dev'],
  ])('%s', (message, name, packages, arguments_) => {
    const sentence = `${name} is not in the dev image: install ${packages} from Debian, with these lines near the top of the dev stage.\n${install(arguments_)}`;
    expect(said(red([failure({ message })]))).toEqual([sentence]);
    const dev = { stage: 'dev', steps: [], seconds: 1, failure: { output: `x\n${message}\ny` } };
    expect(said({ ...unbuilt, dev })).toEqual([sentence]);
  });

  test('all of it by the same lines, and what would do instead', () => {
    const failures = ['libGL.so.1', 'libgthread-2.0.so.0', 'libGL.so.1'].map(name =>
      failure({ message: `ImportError: ${name}: cannot open shared object file: No such file or directory` }),
    );
    expect(said(red([...failures, failure({ traceback: 'sh: git: not found' })]))).toEqual([
      `libGL.so.1, libgthread-2.0.so.0 and git are not in the dev image: install libgl1, libglib2.0-0 and git from Debian, with these lines near the top of the dev stage, or take opencv-python-headless in place of opencv-python.\n${install('libgl1 libglib2.0-0 git')}`,
    ]);
  });

  test('where pytest could not even start', () => {
    const lastWords = 'ImportError: libpq.so.5: cannot open shared object file';
    expect(said({ ...green, tests: testFacts(4, {}, lastWords) })).toEqual([
      `libpq.so.5 is not in the dev image: install libpq5 from Debian, with these lines near the top of the dev stage.\n${install('libpq5')}`,
    ]);
  });

  test.each<[string, Outcome]>([
    ['a green run', green],
    ['a library that nobody knows', red([failure({ message: 'libx.so.1: cannot open shared object file' })])],
    ['a file of the tests', red([failure({ message: "[Errno 2] No such file or directory: 'data.csv'" })])],
    ['a name of every object', red([failure({ message: 'sh: constructor: not found\nsh: toString: not found' })])],
    ['a cancelled run', { ...red([failure({ message: 'sh: git: not found' })]), isCancelled: true }],
    ['words that pass', { ...green, tests: testFacts(0, {}, 'sh: git: not found') }],
  ])('nothing for %s', (_, outcome) => {
    expect(said(outcome)).toEqual([]);
  });
});

describe('what an import lacks', () => {
  const SOURCE = 'to requirements.txt, or to what else the dev stage is installed from.';
  test.each<[UnmetImport, string]>([
    [{ name: 'cv2', kind: 'package' }, `cv2 is not in the dev image: add the package opencv-python-headless ${SOURCE}`],
    [{ name: 'yaml', kind: 'package' }, `yaml is not in the dev image: add the package PyYAML ${SOURCE}`],
    [
      { name: 'psycopg_c', kind: 'package' },
      `psycopg_c is not in the dev image: add the package psycopg[binary] ${SOURCE}`,
    ],
    [{ name: 'numpy', kind: 'package' }, `numpy is not in the dev image: add the package that has it ${SOURCE}`],
    [
      { name: 'google.protobuf', kind: 'package' },
      `google.protobuf is not in the dev image: add the package protobuf ${SOURCE}`,
    ],
    [
      { name: 'sklearn.externals', kind: 'package' },
      'sklearn.externals is not in the dev image, although sklearn is: install the version of sklearn that has it, or the package that adds it.',
    ],
    [
      { name: 'wine', kind: 'elsewhere', folder: 'src' },
      'wine is in the checkout, in "src", where Python does not look: write "pythonpath = src" into pytest\'s settings, in pyproject.toml as "pythonpath = [\'src\']".',
    ],
    [
      { name: 'wine', kind: 'elsewhere', folder: '' },
      'wine is in the checkout, at its top, where Python does not look: write "pythonpath = ." into pytest\'s settings, in pyproject.toml as "pythonpath = [\'.\']".',
    ],
    [
      { name: 'wine._fast', kind: 'compiled' },
      'wine._fast is missing: a compiled part of wine isn\'t built, since the tests see the checkout and no wine that is installed. Let the input test-command build it first, such as sh -c "python setup.py build_ext --inplace && exec pytest".',
    ],
    [
      { name: 'wine._version', kind: 'version' },
      'wine._version is missing: that file is written when wine is installed, and the tests see the checkout and no wine that is installed. Let the input test-command write it first, such as sh -c "python -m setuptools_scm --force-write-version-files && exec pytest".',
    ],
  ])('%j', (unmet, sentence) => {
    expect(said({ ...green, tests: { ...testFacts(2), unmetImports: [unmet] } })).toEqual([sentence]);
  });
});

test('names that every object has are no packages', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    expect([pythonPackage(name), debianPackages(name)]).toEqual([undefined, undefined]);
  }
});
