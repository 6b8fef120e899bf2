// Whether a project is one of Django's, whose tests need to know its settings.

import { sectionOf } from './ini.ts';

/** The settings module, and the folder that it is imported from, relative to the project. */
export type Django = { settings: string; folder: string };

/** What a project says of its tests goes before what other scripts start Django with. */
export const TOX = 'tox.ini';

/** Whether a file starts Django, or its tests. */
export function startsDjango(path: string): boolean {
  return path === TOX || /(?:^|\/)(?:manage|run_?tests?|test_?runner|wsgi|asgi)\.py$/.test(path);
}

/** The settings that such a file names, undefined where it names none. */
export function readDjango(path: string, text: string): Django | undefined {
  const [, settings] =
    path === TOX
      ? (/(?:\bDJANGO_SETTINGS_MODULE[ \t]*=[ \t]*|\s--settings[ =])([A-Za-z_][\w.]*)/.exec(
          sectionOf(text, 'testenv') ?? '',
        ) ?? [])
      : (/DJANGO_SETTINGS_MODULE["']?\]?\s*[,=]\s*["']([A-Za-z_][\w.]*)["']/.exec(text) ?? []);
  if (settings === undefined) return undefined;
  const folder = path.split('/').slice(0, -1);
  // The module with the application is in a package of the folder that `manage.py` is in.
  if (/^[aw]sgi\.py$/.test(path.split('/').at(-1) ?? '')) folder.pop();
  return { settings, folder: folder.join('/') };
}
