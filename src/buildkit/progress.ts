/** One step of a build, as BuildKit tells it. */
export type BuildStep = {
  /** Such as `[dev 3/6] RUN pip install -r requirements.txt`. */
  name: string;
  isCached: boolean;
  seconds: number;
  /** Why it failed. */
  error?: string;
  /** The last lines of its output. */
  tail: string[];
};

/** Reads BuildKit's `rawjson` progress line by line. */
export type Progress = {
  /** Takes a line; returns the lines to show for it. What is no JSON is kept as error text. */
  read(line: string): string[];
  /** The Dockerfile's steps, in the order in which they began. */
  steps(): BuildStep[];
  /** What buildx said besides, such as where in the Dockerfile it failed. */
  errorText(): string;
};

type Vertex = { digest: string; name: string; started?: string; completed?: string; cached?: boolean; error?: string };
type Status = { vertexes?: Vertex[]; logs?: { vertex: string; data: string }[] };
type Known = BuildStep & { number: number; completed?: string; said?: string; rest: string };

/** Those who pack a package's own build into their words say much after what went wrong. */
const TAIL_LINES = 200;
/** A frontend of somebody's own calls its steps as it likes. */
const MOST_OF_A_NAME = 10_000;
const MAX_ERROR_TEXT = 20_000;

/** A reader for one build. `decode` turns base64 into text. */
export function followProgress(decode: (base64: string) => string): Progress {
  const known = new Map<string, Known>();
  let errorText = '';
  return {
    read(line) {
      const status = parseStatus(line);
      if (!status) {
        errorText = `${errorText + line}\n`.slice(-MAX_ERROR_TEXT);
        return [];
      }
      const shown: string[] = [];
      for (const vertex of status.vertexes ?? []) shown.push(...meet(known, vertex));
      for (const { vertex, data } of status.logs ?? []) {
        const step = known.get(vertex);
        if (step && data) shown.push(...takeOutput(step, decode(data)));
      }
      return shown;
    },
    steps: () => inOrder([...known.values()].filter(step => isInstruction(step.name))),
    errorText: () => errorText.trim(),
  };
}

/** Where in the Dockerfile a build failed: buildx prints `Dockerfile:7` above the lines around it. */
export function failedLine(errorText: string): number | undefined {
  const line = /^\S[^\n]*:(\d+)\n-{20}\n/m.exec(errorText)?.[1];
  return line === undefined ? undefined : Number(line);
}

function parseStatus(line: string): Status | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Instructions of a Dockerfile stand in brackets; so do BuildKit's own steps, which are called internal. Images that are
 * only copied from stand without.
 */
function isInstruction(name: string): boolean {
  return (name.startsWith('[') && !name.startsWith('[internal]')) || name.startsWith('FROM ');
}

/** BuildKit tells of the last step first; those that never began come last. */
function inOrder(steps: Known[]): BuildStep[] {
  return steps
    .sort((a, b) => (a.number || Number.MAX_SAFE_INTEGER) - (b.number || Number.MAX_SAFE_INTEGER))
    .map(({ number: _, completed: __, said: ___, rest: ____, ...step }) => step);
}

function meet(known: Map<string, Known>, vertex: Vertex): string[] {
  const step = known.get(vertex.digest) ?? {
    number: 0,
    name: vertex.name.slice(0, MOST_OF_A_NAME),
    isCached: false,
    seconds: 0,
    tail: [],
    rest: '',
  };
  known.set(vertex.digest, step);
  const shown: string[] = [];
  const isShown = !/^\[internal\]|^resolving provenance/.test(vertex.name);
  if (step.number === 0 && isShown && (vertex.started || vertex.error)) {
    // Numbered as they begin, which is the order of the Dockerfile as far as steps depend on each other.
    step.number = 1 + Math.max(0, ...[...known.values()].map(({ number }) => number));
    shown.push(`#${step.number} ${vertex.name}`);
  }
  // That a step came from the cache may be told after its end.
  if (vertex.cached) step.isCached = true;
  if (!vertex.completed || vertex.completed === step.completed) return shown;
  // A base image is done once when it is found, and again when it is pulled.
  const seconds = secondsBetween(vertex.started, vertex.completed);
  const isNews = step.completed === undefined || seconds >= 0.1;
  step.completed = vertex.completed;
  step.seconds += seconds;
  if (vertex.error) step.error = vertex.error;
  const said = outcome(step);
  if (step.number === 0 || !isNews || said === step.said) return shown;
  step.said = said;
  return [...shown, ...takeOutput(step, step.rest ? '\n' : ''), `#${step.number} ${said}`];
}

function outcome(step: BuildStep): string {
  if (step.error) return `ERROR ${step.error}`;
  return step.isCached ? 'CACHED' : `DONE ${step.seconds.toFixed(1)}s`;
}

function secondsBetween(started: string | undefined, completed: string): number {
  return started ? Math.max(0, (Date.parse(completed) - Date.parse(started)) / 1000) : 0;
}

/** Splits output into lines; progress bars rewrite theirs with bare carriage returns, of which the last counts. */
function takeOutput(step: Known, text: string): string[] {
  const lines = (step.rest + text).split('\n');
  step.rest = (lines.pop() ?? '').slice(-10_000);
  const shown = lines.map(line => line.replace(/\r$/, '').split('\r').at(-1) ?? '');
  step.tail.push(...shown);
  step.tail.splice(0, step.tail.length - TAIL_LINES);
  return step.number === 0 ? [] : shown.map(line => `#${step.number} ${line}`);
}
