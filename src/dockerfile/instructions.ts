// A Dockerfile's text → its instructions. What is read here decides which cache entry is believed, so whatever could be
// read in two ways is a doubt instead: the rules are BuildKit's own
// (https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go), and dockerfile-ast must agree.
// biome-ignore lint/correctness/noUnresolvedImports: its package.json names its types without their extension.
import { DockerfileParser, type ModifiableInstruction, type Instruction as Opinion } from 'dockerfile-ast';

/** One instruction of a Dockerfile. */
export type Instruction = {
  /** In upper case. */
  keyword: string;
  /** Such as `--from=build`. */
  flags: string[];
  /** What follows the flags, split at white space, or the strings of a JSON array. */
  words: string[];
  /** The whole instruction on one line, without inline documents. */
  text: string;
  /** Where it begins and ends, its inline documents included; lines count from 1. */
  line: number;
  lastLine: number;
};

/** A reason, as a part of a sentence for the user, why something can't be known. */
export class Doubt extends Error {}

type Line = { number: number; text: string };
type Joined = { text: string; line: number; lastLine: number };

const KEYWORDS = new Set(
  `ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR`.split(
    ' ',
  ),
);

/** As BuildKit takes them on one line. Of longer files, a build tells. */
const MOST_CHARACTERS = 1 << 16;

/** Reads the instructions of a Dockerfile. Fails with a Doubt where BuildKit might read anything else. */
export function readInstructions(dockerfile: string): Instruction[] {
  if (dockerfile.length > MOST_CHARACTERS) throw new Doubt('the Dockerfile is unusually long');
  // Bytes that are no UTF-8 all look the same here, but not to BuildKit.
  if (dockerfile.includes('\ufffd')) throw new Doubt('the Dockerfile is not in UTF-8');
  const lines = splitLines(dockerfile).map((text, index) => ({ number: index + 1, text }));
  requirePlainDirectives(lines);
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const joined = joinLines(lines, at);
    if (!joined) break;
    const instruction = parseInstruction(joined);
    instruction.lastLine = endOfDocuments(instruction, lines);
    instructions.push(instruction);
    at = instruction.lastLine;
  }
  try {
    requireAgreement(instructions, dockerfile);
  } catch (error) {
    throw error instanceof Doubt ? error : new Doubt('the Dockerfile can be read in more than one way');
  }
  return instructions;
}

/** Offset at which a line of a text begins; lines count from 1. */
export function startOfLine(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((offset, { length }) => offset + length + 1, 0);
}

/** Without a byte-order mark and line ends. */
function splitLines(dockerfile: string): string[] {
  return dockerfile
    .replace(/^\ufeff/, '')
    .split('\n')
    .map(line => line.replace(/(?<!\r)\r+$/, ''));
}

/** Directives stand in the first lines; what looks like one further down is a comment to some versions only. */
function requirePlainDirectives(lines: Line[]): void {
  for (const { number, text } of lines) {
    if (!isBlank(text) && !isComment(text)) return;
    const [, name, written = ''] = /^\s*#\s*(syntax|escape)\s*=(.*)$/i.exec(text) ?? [];
    const value = written.trim();
    if (name?.toLowerCase() === 'escape' && value !== '\\') {
      throw new Doubt(`line ${number} sets another escape character`);
    }
    const isOfficial = /^(docker\.io\/)?docker\/dockerfile(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(value);
    if (name?.toLowerCase() === 'syntax' && !isOfficial) {
      throw new Doubt(`line ${number} asks for a frontend of its own`);
    }
  }
}

/** The next instruction as one line, or undefined at the end of the file. */
function joinLines(lines: Line[], from: number): Joined | undefined {
  let joined: Joined | undefined;
  for (let at = from; at < lines.length; at++) {
    const { number, text } = lines[at] ?? { number: 0, text: '' };
    if (isComment(text) || isBlank(text)) continue;
    requirePlainLine(number, text);
    const [, continued] = /^(.*)\\[ \t]*$/s.exec(text) ?? [];
    joined = {
      text: joined ? joined.text + (continued ?? text) : (continued ?? text).trimStart(),
      line: joined?.line ?? number,
      lastLine: number,
    };
    if (continued === undefined) return joined;
  }
  return joined;
}

function isComment(line: string): boolean {
  return /^[ \t]*#/.test(line);
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

function requirePlainLine(number: number, text: string): void {
  // Go and JavaScript don't agree on what is white space, nor any two parsers on a carriage return within a line.
  if (/[\0\r\v\f\u0085\ufeff]|[^\S \t]/.test(text)) throw new Doubt(`line ${number} has an unusual kind of space`);
  // Old versions of BuildKit take it for a continued line.
  if (/\\\\[ \t]*$/.test(text)) throw new Doubt(`line ${number} ends with two backslashes`);
}

function parseInstruction({ text, line, lastLine }: Joined): Instruction {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.trimEnd()) ?? [];
  const keyword = word.toUpperCase();
  if (!KEYWORDS.has(keyword)) throw new Doubt(`line ${line} is no instruction that is known here`);
  const [flagText = ''] = /^(--\S*\s+)*(--\S*$)?/.exec(rest) ?? [];
  const flags = flagText.split(/\s+/).filter(flag => flag !== '');
  const takesFiles = ['ADD', 'COPY', 'FROM', 'RUN'].includes(keyword);
  if (takesFiles && flags.some(flag => /["'`\\]/.test(flag) || flag === '--')) {
    throw new Doubt(`line ${line} has an option that is quoted`);
  }
  const words = parseWords(keyword, rest.slice(flagText.length), line);
  return { keyword, flags, words, text: `${keyword} ${rest}`, line, lastLine };
}

function parseWords(keyword: string, text: string, line: number): string[] {
  if (['ADD', 'COPY'].includes(keyword) && text.startsWith('[')) return parseJson(text, line);
  return text.split(/\s+/).filter(word => word !== '');
}

function parseJson(text: string, line: number): string[] {
  const doubt = new Doubt(`line ${line} begins like a JSON array, but is none`);
  try {
    const words: unknown = JSON.parse(text);
    if (Array.isArray(words) && words.every(word => typeof word === 'string')) return words;
  } catch {
    throw doubt;
  }
  throw doubt;
}

/** Line on which the inline documents (`<<EOF`) of an instruction end; without any, its own last one. */
function endOfDocuments(instruction: Instruction, lines: Line[]): number {
  let end = instruction.lastLine;
  for (const { name, isIndented } of documents(instruction)) {
    const found = lines.find(
      ({ number, text }) => number > end && (isIndented ? text.replace(/^\t+/, '') : text) === name,
    );
    if (!found) throw new Doubt(`line ${instruction.line} has an inline document without an end`);
    end = found.number;
  }
  return end;
}

function documents({ keyword, text, line }: Instruction): { name: string; isIndented: boolean }[] {
  if (!['ADD', 'COPY', 'RUN', 'ONBUILD'].includes(keyword) || !text.includes('<<')) return [];
  const found: { name: string; isIndented: boolean }[] = [];
  const rest = text.replace(/(?<=\s)<<(-?)(["']?)([A-Za-z_]\w*)\2(?=\s|$)/g, (_, dash, __, name) => {
    found.push({ name, isIndented: dash === '-' });
    return '';
  });
  // Within quotes, expressions and the like it may be anything.
  if (keyword === 'ONBUILD' || /<<|["'`\\$]/.test(rest))
    throw new Doubt(`line ${line} has << where its meaning is not plain`);
  return found;
}

/** dockerfile-ast is made for editors and forgives a lot; where it sees other instructions, one of the two is wrong. */
function requireAgreement(instructions: Instruction[], dockerfile: string): void {
  const opinions: Opinion[] = DockerfileParser.parse(dockerfile).getInstructions();
  const count = Math.max(opinions.length, instructions.length);
  for (let index = 0; index < count; index++) {
    const instruction = instructions[index];
    const opinion = opinions[index];
    if (instruction && opinion && agrees(instruction, opinion)) continue;
    throw new Doubt(`line ${instruction?.line ?? lineOf(opinion)} can be read in more than one way`);
  }
}

function agrees(instruction: Instruction, opinion: Opinion): boolean {
  const { keyword, flags, words, line, text } = instruction;
  if (opinion.getKeyword() !== keyword || lineOf(opinion) !== line) return false;
  if (!['ADD', 'COPY', 'FROM', 'RUN'].includes(keyword)) return true;
  const seen = (opinion as ModifiableInstruction).getFlags().map(String);
  if (seen.join(' ') !== flags.join(' ')) return false;
  // To dockerfile-ast, inline documents and JSON are arguments too.
  if (keyword === 'RUN' || text.includes('<<') || /^\[/.test(opinion.getArguments()[0]?.getValue() ?? '')) return true;
  return (
    opinion
      .getArguments()
      .map(argument => argument.getValue())
      .join(' ') === words.join(' ')
  );
}

function lineOf(opinion: Opinion | undefined): number {
  return (opinion?.getRange().start.line ?? 0) + 1;
}
