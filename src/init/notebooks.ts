// Notebooks that are a project's tests, for want of others: nbmake runs them.
import { table } from './pyproject.ts';

/** A notebook of Python's; `kernel` is the name of the kernel that it was saved with. */
export type Notebook = { path: string; kernel: string };

/** What a notebook's text says of itself; undefined where it is in another language, or none. */
export function readNotebook(path: string, text: string): Notebook | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { kernelspec, language_info } = table(table(content).metadata);
  const { name, language } = table(kernelspec);
  const spoken = language ?? table(language_info).name ?? 'python';
  return spoken === 'python' ? { path, kernel: typeof name === 'string' ? name : '' } : undefined;
}

/** Options of pytest that run notebooks. A kernel of another name is one of its author's own machine. */
export function notebookOptions(notebooks: Notebook[]): string {
  const isOther = notebooks.some(({ kernel }) => kernel !== '' && kernel !== 'python3');
  return `--nbmake${isOther ? ' --nbmake-kernel=python3' : ''}`;
}

/** What of the packages that notebooks are run and written with a project does not name. */
export function missingForNotebooks(names: string[]): string[] {
  const jupyter = ['jupyterlab', 'jupyter', 'notebook'];
  return [
    ...(names.includes('nbmake') ? [] : ['nbmake']),
    ...(names.includes('ipykernel') || names.some(name => jupyter.includes(name)) ? [] : ['ipykernel']),
    ...(names.some(name => jupyter.includes(name)) ? [] : ['jupyterlab']),
  ];
}
