// Whether a project is one of Django's, whose tests need to know its settings.

/** The settings module, and the folder that it is imported from, relative to the project. */
export type Django = { settings: string; folder: string };

/** Scripts that start Django, or its tests. */
export function startsDjango(name: string): boolean {
  return /^(?:manage|run_?tests?|test_?runner|wsgi|asgi)\.py$/.test(name);
}

/** The settings that such a script names, undefined where it names none. */
export function readDjango(path: string, text: string): Django | undefined {
  const [, settings] = /DJANGO_SETTINGS_MODULE["']?\]?\s*[,=]\s*["']([A-Za-z_][\w.]*)["']/.exec(text) ?? [];
  if (settings === undefined) return undefined;
  const folder = path.split('/').slice(0, -1);
  // The module with the application is in a package of the folder that `manage.py` is in.
  if (/^[aw]sgi\.py$/.test(path.split('/').at(-1) ?? '')) folder.pop();
  return { settings, folder: folder.join('/') };
}
