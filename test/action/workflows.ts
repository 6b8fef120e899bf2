// GitHub's own language service, which knows what a workflow may contain, asked without a network.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import type { ActionsMetadataProvider } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

// Its JSON imports lack the attribute that Node asks for (https://github.com/actions/languageservices/issues/387).
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found;
  },
});
const { registerLogger, validate } = await import('@actions/languageservice');

/** Inputs of other people's actions, as far as this repository and its documents use them. */
const FOREIGN_INPUTS: Record<string, string[]> = {
  'actions/attest': ['subject-name', 'subject-digest', 'push-to-registry'],
  'actions/checkout': ['persist-credentials', 'lfs'],
  'actions/setup-node': ['node-version', 'cache', 'package-manager-cache'],
  'actions/upload-artifact': ['name', 'path'],
};

const OURS = 'OWNER/dev-in-docker';

const knownActions: ActionsMetadataProvider = {
  async fetchActionMetadata({ owner, name, path = '' }) {
    const full = `${owner}/${name}`;
    if (full === OURS) return parse(readFileSync(join(import.meta.dirname, '../..', path, 'action.yml'), 'utf8'));
    const inputs = FOREIGN_INPUTS[full]?.map(input => [input, { description: input }]);
    return inputs && { name: full, description: full, inputs: Object.fromEntries(inputs) };
  },
};

/** What the language service finds wrong in a workflow or an action.yml, as `line: message`; rejects if it can't tell. */
export async function problems(path: string, text: string): Promise<string[]> {
  const faults: string[] = [];
  const fault = (message: string) => faults.push(message);
  // The service only logs what makes it give up, and would then find nothing wrong.
  registerLogger({ error: fault, warn: fault, info: () => {}, log: () => {} });
  // It looks up the inputs of published actions only, so ours is checked under its published name.
  const published = text.replaceAll(/uses: \.\/$/gm, `uses: ${OURS}@v1`);
  // It keeps what it parsed by name, so each text gets a name of its own.
  const document = TextDocument.create(`/${randomUUID()}/${path}`, 'yaml', 1, published);
  const found = await validate(document, { actionsMetadataProvider: knownActions });
  if (faults.length > 0) throw new Error(`The language service could not check ${path}: ${faults.join('; ')}`);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

/** The YAML blocks of a Markdown page, with the line where each begins. */
export function yamlBlocks(markdown: string): { text: string; line: number }[] {
  return [...markdown.matchAll(/^```yaml\n(.*?)^```$/gms)].map(match => ({
    text: match[1] ?? '',
    line: markdown.slice(0, match.index).split('\n').length + 1,
  }));
}

/** Every such block of the pages in this repository that people read. */
export function allExamples(): { page: string; text: string; line: number }[] {
  const root = join(import.meta.dirname, '../..');
  const folders = ['', 'docs/', ...readdirSync(join(root, 'examples')).map(name => `examples/${name}/`)];
  const pages = folders.flatMap(folder =>
    readdirSync(join(root, folder)).flatMap(name => (name.endsWith('.md') ? [`${folder}${name}`] : [])),
  );
  return pages.flatMap(page => yamlBlocks(readFileSync(join(root, page), 'utf8')).map(block => ({ page, ...block })));
}

/** Makes a whole workflow of an example that shows steps only. */
export function asWorkflow(example: string): string {
  if (!example.startsWith('- ')) return example;
  const steps = example.replace(/^(?=.)/gm, '      ');
  return `on: push\npermissions: {}\njobs:\n  example:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
}

/** What starts a workflow, and what its jobs may write; `unset` where a repository's setting decides that. */
export function rightsOf(workflow: string): { starts: string[]; writes: string[] } {
  const { on, permissions, jobs = {} } = parse(workflow);
  const events =
    typeof on === 'string' ? { [on]: null } : Array.isArray(on) ? Object.fromEntries(on.map(name => [name, null])) : on;
  const starts = Object.entries<Record<string, unknown> | null>(events).map(([name, filter]) => {
    const kinds = ['branches', 'tags'].filter(kind => filter && kind in filter);
    return kinds.length === 1 ? `${name} of ${kinds[0]}` : name;
  });
  const given = [
    permissions,
    ...Object.values<{ permissions?: unknown }>(jobs).map(job => job.permissions ?? permissions ?? 'unset'),
  ];
  return { starts, writes: [...new Set(given.flatMap(writable))] };
}

function writable(permissions: unknown): string[] {
  if (permissions === 'unset') return ['unset'];
  if (permissions === 'write-all') return ['all'];
  return Object.entries(permissions ?? {}).flatMap(([name, right]) => (right === 'write' ? [name] : []));
}
