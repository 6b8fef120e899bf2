// Workflows are full of `${{ github.workspace }}`: what is written as an absolute path may well be one of the checkout.
import type { InputTexts } from './names.ts';

/**
 * The inputs as they were typed, but with paths as they are written here: relative to the checkout, or to the context
 * where the input is. Absolute paths that lead elsewhere stay what they are.
 */
export function withRelativePaths(typed: InputTexts, workspace: string): InputTexts {
  const context = relativeTo(workspace, typed.context);
  const contextFolder = `${workspace}/${context}`;
  return {
    ...typed,
    context,
    file: relativeTo(workspace, typed.file),
    'junit-file': relativeTo(workspace, typed['junit-file']),
    'share-file': relativeTo(workspace, typed['share-file']),
    'secret-files': linesRelativeTo(workspace, typed['secret-files']),
    'working-directory': relativeTo(contextFolder, typed['working-directory']),
    'cache-dependency-path': linesRelativeTo(contextFolder, typed['cache-dependency-path']),
  };
}

/** Lines that are paths, or that have one behind a `!` or an `id=`. */
function linesRelativeTo(folder: string, text: string): string {
  const ofLine = (line: string) =>
    line.trim().replace(/^(!|[\w.-]+=)?(\/.*)$/, (_, before = '', path) => before + relativeTo(folder, path));
  return text.split('\n').map(ofLine).join('\n');
}

function relativeTo(folder: string, path: string): string {
  const [from, to] = [namesOf(folder), namesOf(path)];
  const isWithin = path.startsWith('/') && from.length > 0 && from.every((name, index) => to[index] === name);
  return isWithin ? to.slice(from.length).join('/') || '.' : path;
}

function namesOf(path: string): string[] {
  return path.split('/').filter(name => name !== '' && name !== '.');
}
