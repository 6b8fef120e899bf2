import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { OutputOptions, Plugin, RolldownOptions, TreeshakingOptions } from 'rolldown';

const root = import.meta.dirname;

// @actions/core brings an HTTP client for tokens that nothing here asks for; without it every start is 50 ms shorter.
const treeshake: TreeshakingOptions = {
  moduleSideEffects: [{ test: /\/node_modules\/(?:@actions\/|undici\/|tunnel\/)/, sideEffects: false }],
};

/** Most of what runs: one file for each entry, what they share, the pytest plugin and the licences. */
const actions: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  input: {
    main: 'src/main.ts',
    post: 'src/post.ts',
    // Talks to the cache service in a process of its own, started from beside main.js.
    'cache-client': 'src/cache/steps/client.ts',
  },
  platform: 'node',
  treeshake,
  plugins: [licences(), mounted('src/pytest', /\.py$|\.dist-info\//), moduleType()],
  output: {
    dir: join(root, 'dist'),
    cleanDir: true,
    format: 'esm',
    // No hashes: a file keeps its name from one release to the next, so that a diff shows what changed in it.
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // What entries share: one chunk of ours, one of other people's, so that ours can be read.
    codeSplitting: {
      groups: [
        // Only a cache client and junit-file need it.
        { name: 'xml', test: /\/node_modules\/(?:fast-xml-builder|path-expression-matcher|xml-naming)\//, priority: 2 },
        { name: 'packages', test: /\/node_modules\//, minShareCount: 2, priority: 1 },
        { name: 'shared', minShareCount: 2 },
      ],
    },
  },
};

/** Shows a dev image to the kernel while it downloads. All in one file, without any package: every start waits for it. */
const server: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  input: { 'mount-server': 'src/mount/steps/server.ts' },
  platform: 'node',
  output: { dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js' },
};

/** The report of all legs, apart from the rest: what it shares with that would be loaded at each start of the action. */
const report: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  input: { report: 'src/report-main.ts' },
  platform: 'node',
  treeshake,
  plugins: [licences('licenses-report.txt')],
  output: { dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'report-[name].js' },
};

/** Publishes what legs have pushed, apart from the rest as well. */
const publish: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  input: { publish: 'src/publish-main.ts' },
  platform: 'node',
  treeshake,
  plugins: [licences('licenses-publish.txt')],
  output: {
    dir: join(root, 'dist'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'publish-[name].js',
    codeSplitting: false,
  },
};

/** Talks to the artifact service, with GitHub's client: a process of its own, whose packages no other start shall load. */
const artifacts: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  input: { 'artifact-client': 'src/legs/steps/client.ts' },
  platform: 'node',
  treeshake,
  plugins: [without('unzip-stream'), licences('licenses-artifact-client.txt')],
  output: { dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js', codeSplitting: false },
};

/** The laptop command: what a command needs is loaded when it is called, so each starts as soon as it can. */
const command: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  input: { cli: 'src/cli.ts' },
  platform: 'node',
  treeshake: {
    ...treeshake,
    // What @actions/glob tells a runner's debug log would be in a person's output.
    manualPureFunctions: ['core.debug'],
  },
  plugins: [licences('licenses-cli.txt'), mounted('src/laptop/jupyter', /\.json$/), executable('cli.js')],
  output: { dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'cli-[name].js' },
};

export default [actions, server, report, publish, artifacts, command];

/** Leaves a package out that is never called. The artifact client unpacks with this one, which holds code without a licence. */
function without(name: string): Plugin {
  return {
    name: 'without',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    load: id => (id === `\0${name}` ? 'export default {};' : undefined),
  };
}

/** Writes a file with the licence text of every package that has code in the bundle. */
function licences(fileName = 'licenses.txt'): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const packages = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds.filter(id => id.includes('/node_modules/'))) packages.add(packageFolder(id));
      }
      const texts = [...packages].map(licence).sort();
      this.emitFile({ type: 'asset', fileName, source: [...new Set(texts)].join('\n') });
    },
  };
}

/** The folder of the package that a module belongs to: folders below it may have a nameless package.json. */
function packageFolder(module: string): string {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replace(/^\0/, '')) ?? [];
  if (folder === undefined) throw new Error(`${module} lies in no package`);
  return folder;
}

/** One package's entry in licenses.txt; packages without a licence file state their licence in package.json only. */
function licence(folder: string): string {
  const description = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, version, license }: { name: string; version: string; license?: unknown } = JSON.parse(description);
  const file = readdirSync(folder)
    .sort()
    .find(file => /^(licen[cs]e|copying)\b/i.test(file));
  if (file === undefined && typeof license !== 'string') throw new Error(`${name} has no licence`);
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n').trim()}\n\n${'-'.repeat(80)}\n`;
}

/** Copies what is mounted into containers, some of a folder's files, which are looked for beside what is bundled. */
function mounted(folder: string, which: RegExp): Plugin {
  const name = basename(folder);
  return {
    name,
    generateBundle() {
      const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
      const files = entries.flatMap(entry =>
        entry.isFile() ? [relative(join(root, folder), join(entry.parentPath, entry.name))] : [],
      );
      for (const file of files.filter(file => which.test(file))) {
        this.emitFile({ type: 'asset', fileName: `${name}/${file}`, source: readFileSync(join(root, folder, file)) });
      }
    },
  };
}

/** Marks dist/ as ES modules, so that it runs wherever it is copied to. */
function moduleType(): Plugin {
  return {
    name: 'module-type',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "module" }\n' });
    },
  };
}

/** Lets a file be run by its name, as npm would make it: else git would call it changed once it is linked. */
function executable(file: string): Plugin {
  return {
    name: 'executable',
    writeBundle: ({ dir }) => chmodSync(join(dir ?? '', file), 0o755),
  };
}
