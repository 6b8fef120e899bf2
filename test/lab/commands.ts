// How GitHub's runner reads a step's output: what is a line, and what in a line is a workflow command.

/** A workflow command as the runner understood it; the names of its properties are in lower case. */
export type Command = { name: string; properties: Map<string, string>; data: string };

// What .NET's TrimStart removes. JavaScript's own trimStart differs: it takes U+FEFF and leaves U+0085.
const leadingWhiteSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

// The per cent sign comes last, so that `%250A` stands for `%0A` and not for a line break.
const dataEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const propertyEscapes = [['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ','], dataEscapes[2]] as const;
const bracketEscapes = [['%3B', ';'], ['%0D', '\r'], ['%0A', '\n'], ['%5D', ']'], dataEscapes[2]] as const;

/**
 * Reads the command in a line of output, or undefined if the runner shows the line as it stands.
 * `registered` holds the names that are commands now, in lower case: the runner's own, and the token of a stop-commands.
 */
export function readCommand(line: string, registered: ReadonlySet<string>): Command | undefined {
  return readColonCommand(line, registered) ?? readBracketCommand(line, registered);
}

// `::name key=value,key=value::data`, with nothing but white space before it.
function readColonCommand(line: string, registered: ReadonlySet<string>): Command | undefined {
  const text = line.replace(leadingWhiteSpace, '');
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  const { name, rest } = nameAndRest(text.slice(2, end));
  if (!registered.has(name)) return undefined;
  const properties = readProperties(rest.trim(), ',', propertyEscapes);
  return { name, properties, data: unescaped(text.slice(end + 2), dataEscapes) };
}

// `##[name key=value;key=value]data`, anywhere in a line: https://github.com/actions/runner/issues/4692
function readBracketCommand(line: string, registered: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, rest } = nameAndRest(line.slice(start + 3, end));
  if (!registered.has(name)) return undefined;
  return {
    name,
    properties: readProperties(rest, ';', bracketEscapes),
    data: unescaped(line.slice(end + 1), bracketEscapes),
  };
}

function nameAndRest(text: string): { name: string; rest: string } {
  const space = text.indexOf(' ');
  if (space < 0) return { name: text.toLowerCase(), rest: '' };
  return { name: text.slice(0, space).toLowerCase(), rest: text.slice(space + 1) };
}

type Escapes = readonly (readonly [escaped: string, character: string])[];

function readProperties(text: string, separator: string, escapes: Escapes): Map<string, string> {
  const properties = new Map<string, string>();
  for (const pair of text.split(separator)) {
    // .NET's Split drops empty parts, so equals signs before the name and doubled ones after it are lost.
    const [, name, value] = /^=*([^=]+)=+(.+)$/s.exec(pair) ?? [];
    if (name && value) properties.set(name.toLowerCase(), unescaped(value, escapes));
  }
  return properties;
}

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, character]) => result.replaceAll(escaped, character), text);
}

/** Cuts a stream of bytes into lines as .NET's ReadLine does: at `\n`, `\r\n` and a lone `\r`. */
export class LineReader {
  // Like .NET's StreamReader it takes the bytes for UTF-8, and swallows a byte order mark at the very start.
  readonly #decoder = new TextDecoder();
  #unfinished = '';
  #heldReturn = '';

  /** Takes the next bytes and returns the lines that they complete. */
  read(bytes: Uint8Array): string[] {
    return this.#cut(this.#decoder.decode(bytes, { stream: true }));
  }

  /** Returns what is left when the stream has ended: at most one line without a line break after it. */
  end(): string[] {
    const lines = this.#cut(this.#decoder.decode());
    if (this.#heldReturn || this.#unfinished) lines.push(this.#unfinished);
    this.#unfinished = '';
    this.#heldReturn = '';
    return lines;
  }

  #cut(decoded: string): string[] {
    let text = this.#heldReturn + decoded;
    // A return at the end may be the first half of `\r\n`: only the next bytes tell.
    this.#heldReturn = text.endsWith('\r') ? '\r' : '';
    if (this.#heldReturn) text = text.slice(0, -1);
    const lines = text.split(/\r\n|\n|\r/);
    lines[0] = this.#unfinished + (lines[0] ?? '');
    this.#unfinished = lines.pop() ?? '';
    return lines;
  }
}
