// Files such as setup.cfg and tox.ini, as Python's configparser reads them.

/** The text of a section; undefined where there is none of that name. */
export function sectionOf(text: string, name: string): string | undefined {
  const [, ...sections] = text.split(/^\[/m);
  const found = sections.find(section => section.startsWith(`${name}]`));
  return found?.slice(name.length + 1);
}

/** The lines of a value, which may go on in lines that are indented, without empty ones and comments. */
export function valueIn(section: string, key: string): string[] | undefined {
  const lines = section.split(/\r?\n/);
  const at = lines.findIndex(line => line.startsWith(key) && /^[ \t]*[=:]/.test(line.slice(key.length)));
  if (at < 0) return undefined;
  const end = lines.findIndex((line, index) => index > at && /^[^\s#;]/.test(line));
  const first = (lines[at] ?? '').slice(key.length).replace(/^[ \t]*[=:]/, '');
  return [first, ...lines.slice(at + 1, end < 0 ? undefined : end)]
    .map(line => line.trim())
    .filter(line => line !== '' && !/^[#;]/.test(line));
}
