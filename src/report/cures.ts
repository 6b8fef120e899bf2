// What to do about what the dev image lacks, where that is known.
import { input } from '../inputs/options.ts';
import type { TestFacts } from '../pytest/facts.ts';
import type { UnmetImport } from '../pytest/unmet-imports.ts';
import { listed, plain, quoted } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import type { Outcome } from './outcome.ts';
import { debianPackages, pythonPackage } from './packages.ts';

/** A sentence, and lines to copy below it, if there are any. */
export type Cure = { sentence: Sentence; lines: string[] };

/** Of many failures, most say the same. */
const MOST_FAILURES = 100;

/** How programs, compilers, loaders and shells say that something isn't there. */
const MISSING = [
  /\b(lib[\w.+-]{1,60}\.so(?:\.\d{1,9}){0,4}): cannot open shared object file/g,
  /cannot load library '(lib[\w.+-]{1,60})'/g,
  /No such file or directory: b?'([\w.+-]{1,60})'/g,
  /\b([\w+-]{1,60}): (?:command )?not found\b/g,
  /\bexec ([\w.+-]{1,60}) failed: No such file or directory/g,
  /\b([\w-]{1,60}) executable not found/g,
  /\bfatal error: ([\w./+-]{1,60}\.h): No such file or directory/g,
  /\bcommand '(?:\/[\w./-]{1,60}\/)?([\w.+-]{1,60})' failed: No such file or directory/g,
  /\bunable to execute '([\w.+-]{1,60})'/g,
  /\bCannot find command '([\w.+-]{1,60})'/g,
  /['"`]([\w.+-]{1,60})['"`] is not installed\b/g,
];

/** The same where it is said in more words. */
const PHRASES: [phrase: RegExp, name: string][] = [
  [/Bad git executable|git executable must be specified/, 'git'],
  [/can't find Rust compiler|Rust not found, installing/, 'cargo'],
  [/Unknown compiler\(s\): \[\['c?c'/, 'gcc'],
  [/No CMAKE_CXX_COMPILER could be found/, 'g++'],
  [/CMake must be installed|Could not find CMake|CMake not found/i, 'cmake'],
  [/Can not find valid pkg-config name/, 'mysql_config'],
  [/make sure the libxml2 and libxslt development packages are installed/, 'xslt-config'],
  [/PortAudio library not found/, 'libportaudio.so.2'],
  [/libpq library not found/, 'libpq.so.5'],
  [/failed to find libmagic/, 'libmagic.so.1'],
  [/make sure the Graphviz executables are on/, 'dot'],
  [/tesseract is not installed or it's not in your PATH/, 'tesseract'],
  [/No pandoc was found/, 'pandoc'],
  [/latex could not be found/, 'latex'],
  [/JAVA_HOME is not set/, 'java'],
];

/** What would help against what went wrong in the tests, or in a build; nothing where that isn't known. */
export function findCures({ plan, dev, share, tests, isCancelled }: Outcome): Cure[] {
  if (isCancelled) return [];
  const failed = [dev, share].find(build => build?.failure);
  if (failed?.failure) return debianCures([failed.failure.output], failed.stage);
  if (!tests || !plan) return [];
  const { stage } = plan.dev;
  return [
    ...debianCures(wordsOf(tests), stage),
    ...(tests.unmetImports ?? []).map(unmet => ({ sentence: importSentence(unmet, stage), lines: [] })),
  ];
}

function wordsOf({ exitCode, results, lastWords }: TestFacts): string[] {
  if (exitCode === 0) return [];
  const { failures } = results;
  if (failures.length === 0) return [lastWords, results.stopped ?? ''];
  return failures.slice(0, MOST_FAILURES).flatMap(({ message, traceback }) => [message, traceback]);
}

/** One cure for all that Debian has: each of its packages belongs into the same line. */
function debianCures(texts: string[], stage: string): Cure[] {
  const names = [...new Set(texts.map(plain).flatMap(missingIn))];
  const found = names.flatMap(name => debianPackages(name) ?? []);
  if (found.length === 0) return [];
  const packages = [...new Set(found.flatMap(({ packages }) => packages))];
  const others = [...new Set(found.flatMap(({ instead }) => instead ?? []))];
  const known = names.filter(name => debianPackages(name));
  const what = `${listed(known)} ${known.length === 1 ? 'is' : 'are'} not in the ${stage} image`;
  const how = `install ${listed(packages)} from Debian, with these lines near the top of the ${stage} stage`;
  return [
    {
      sentence: `${what}: ${[how, ...others].join(', or ')}.`,
      lines: [
        'RUN apt-get update && apt-get install --yes --no-install-recommends \\',
        `    ${packages.join(' ')} && rm -rf /var/lib/apt/lists/*`,
      ],
    },
  ];
}

/** Names of what a text says is missing, as far as something is known of them. */
function missingIn(text: string): string[] {
  const named = MISSING.flatMap(pattern => [...text.matchAll(pattern)].map(([, name = '']) => name));
  const said = PHRASES.flatMap(([phrase, name]) => (phrase.test(text) ? [name] : []));
  return [...named, ...said].filter(name => debianPackages(name) !== undefined);
}

function importSentence(unmet: UnmetImport, stage: string): Sentence {
  const { name } = unmet;
  const [top = ''] = name.split('.');
  switch (unmet.kind) {
    case 'elsewhere':
      return elsewhereSentence(name, unmet.folder);
    case 'compiled':
      return sentence`${name} is missing: a compiled part of ${top} isn't built, since the tests see the ${words.checkout} and no ${top} that is installed. Let ${input('test-command')} build it first, such as sh -c "python setup.py build_ext --inplace && exec pytest".`;
    case 'version':
      return sentence`${name} is missing: that file is written when ${top} is installed, and the tests see the ${words.checkout} and no ${top} that is installed. Let ${input('test-command')} write it first, such as sh -c "python -m setuptools_scm --force-write-version-files && exec pytest".`;
    case 'package':
      return packageSentence(name, stage);
  }
}

function packageSentence(name: string, stage: string): string {
  const known = pythonPackage(name);
  const [top = ''] = name.split('.');
  // Python has found the package, but no such part of it.
  if (known === undefined && name !== top) {
    return `${name} is not in the ${stage} image, although ${top} is: install the version of ${top} that has it, or the package that adds it.`;
  }
  const what = known === undefined ? 'the package that has it' : `the package ${known}`;
  return `${name} is not in the ${stage} image: add ${what} to requirements.txt, or to what else the ${stage} stage is installed from.`;
}

function elsewhereSentence(name: string, folder: string): Sentence {
  const place = folder === '' ? 'at its top' : `in ${quoted(plain(folder))}`;
  const path = folder === '' ? '.' : plain(folder);
  return sentence`${name} is in the ${words.checkout}, ${place}, where Python does not look: write "pythonpath = ${path}" into pytest's settings, in pyproject.toml as "pythonpath = ['${path}']".`;
}
