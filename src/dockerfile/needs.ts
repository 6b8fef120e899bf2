// What a single instruction takes from outside of its stage.
import { Doubt, type Instruction } from './instructions.ts';

/** What an instruction takes from elsewhere. */
export type Needs = {
  /** Paths in the build context, as written. */
  sources: string[];
  /** Stages and images that files are taken from, as written; a number is that of a stage. */
  from: string[];
  /** Reasons, as parts of a sentence, why what it does depends on more than these. */
  doubts: string[];
};

const NOTHING: Needs = { sources: [], from: [], doubts: [] };

/** Options that take no files from the context, or only fewer of them. */
const OPTIONS = {
  ADD: ['chown', 'chmod', 'link', 'exclude', 'keep-git-dir', 'checksum', 'unpack'],
  COPY: ['from', 'chown', 'chmod', 'link', 'exclude'],
  FROM: ['platform'],
  RUN: ['mount', 'network'],
};

/** What an instruction takes from elsewhere. Fails with a Doubt where only a build can tell. */
export function needsOf(instruction: Instruction): Needs {
  const { keyword, line, text } = instruction;
  if (keyword === 'ADD' || keyword === 'COPY') return needsOfCopy(keyword, instruction);
  if (keyword === 'RUN') return needsOfRun(instruction);
  if (keyword === 'ONBUILD') throw new Doubt(`line ${line} is an ONBUILD instruction`);
  // BuildKit can take a time from the files of the context.
  const isTime = keyword === 'ARG' && /\bSOURCE_DATE_EPOCH\b/.test(text);
  return isTime ? { ...NOTHING, doubts: [`line ${line} sets SOURCE_DATE_EPOCH`] } : NOTHING;
}

/** The options of an instruction that takes files: pairs of name and value. Fails with a Doubt at an unknown one. */
export function optionsOf(keyword: keyof typeof OPTIONS, { flags, line }: Instruction): [string, string][] {
  return flags.map(flag => {
    const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(flag) ?? [];
    if (!OPTIONS[keyword].includes(name)) throw new Doubt(`line ${line} has the option --${name}`);
    return [name, value];
  });
}

function needsOfCopy(keyword: 'ADD' | 'COPY', instruction: Instruction): Needs {
  const { words, line } = instruction;
  const from = optionsOf(keyword, instruction).flatMap(([name, value]) => (name === 'from' ? [value] : []));
  if (from.length > 1 || words.length < 2) throw new Doubt(`line ${line} is not a ${keyword} that BuildKit takes`);
  if (from.length === 1) return { ...NOTHING, from };
  const sources = words.slice(0, -1).filter(word => !word.startsWith('<<'));
  for (const source of sources) requirePlainSource(keyword, source, line);
  return { ...NOTHING, sources };
}

function requirePlainSource(keyword: string, source: string, line: number): void {
  if (keyword === 'ADD' && /:|\.git(?:$|#)|^github\.com\//.test(source)) {
    throw new Doubt(`line ${line} adds a file from the network`);
  }
  if (source.includes('$')) throw new Doubt(`line ${line} copies from a place that a variable names`);
  if (/["'`\\[\]]|\*\*/.test(source)) throw new Doubt(`line ${line} copies from a place with unusual characters`);
}

function needsOfRun(instruction: Instruction): Needs {
  const mounts = optionsOf('RUN', instruction).flatMap(([name, value]) => (name === 'mount' ? [value] : []));
  const needs = mounts.map(mount => needsOfMount(mount, instruction.line));
  return {
    sources: needs.flatMap(({ sources }) => sources),
    from: needs.flatMap(({ from }) => from),
    doubts: needs.flatMap(({ doubts }) => doubts),
  };
}

function needsOfMount(mount: string, line: number): Needs {
  const options = mount.split(',').map((field): [string, string] => {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(field) ?? [];
    return [name.toLowerCase(), value];
  });
  const valuesOf = (wanted: string) => options.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const types = valuesOf('type');
  const from = valuesOf('from');
  const type = types[0]?.toLowerCase() ?? 'bind';
  if (types.length > 1 || from.length > 1 || options.some(([name]) => name.includes('$'))) {
    throw new Doubt(`line ${line} has a mount that is not plain`);
  }
  if (type === 'bind') {
    // Unlike COPY, a mount can't name a stage by its number.
    if (from[0]) return { ...NOTHING, from };
    const [, source = '.'] = options.findLast(([name]) => name === 'source' || name === 'src') ?? [];
    const doubts = isPlainMount(source) ? [] : [`line ${line} mounts files of the build context`];
    return { ...NOTHING, sources: [source], doubts };
  }
  if (type === 'secret' || type === 'ssh') return { ...NOTHING, doubts: [`line ${line} uses a secret`] };
  if ((type !== 'cache' && type !== 'tmpfs') || from.length > 0) {
    throw new Doubt(`line ${line} has a mount that is not plain`);
  }
  return NOTHING;
}

/** Whether a mount names something in the build context: not all of it, nor what only a build can resolve. `*` is itself there. */
function isPlainMount(source: string): boolean {
  const isNamed = source.split('/').some(name => !['', '.', '..'].includes(name));
  return isNamed && !/["'`\\[\]*?$]/.test(source);
}
