// Markdown of a job summary as plain text that reads well on a terminal.

const entities: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'", nbsp: ' ' };

/** Turns GitHub's Markdown, with the HTML that summaries use, into plain text; code and its spaces stay as they are. */
export function plainText(markdown: string): string {
  const lines: string[] = [];
  let fence = '';
  let table: string[][] = [];
  const endTable = (): void => {
    lines.push(...tableLines(table));
    table = [];
  };
  for (const line of withoutComments(htmlBlocks(markdown)).split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && /^\s*\|.*\|\s*$/.test(line)) {
      table.push(cells(line));
      continue;
    }
    endTable();
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '' && mark.startsWith(fence) && line.trim() === mark) fence = '';
    else lines.push(...(fence === '' ? textLines(line) : [`    ${line}`]));
  }
  endTable();
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

// Blocks that HTML draws are put into the same form as Markdown's own.
function htmlBlocks(text: string): string {
  return text
    .replaceAll(/<pre[^>]*>(?:\s*<code[^>]*>)?(.*?)(?:<\/code>\s*)?<\/pre>/gs, (_, code: string) => {
      const lines = withoutTags(code).split('\n');
      return `\n~~~~~~~~\n${lines.join('\n')}\n~~~~~~~~\n`;
    })
    .replaceAll(/<summary[^>]*>(.*?)<\/summary>/gs, (_, title: string) => `\n▸ ${withoutTags(title).trim()}\n`)
    .replaceAll(/<h(\d)[^>]*>(.*?)<\/h\1>/gs, (_, level: string, title: string) => {
      return `\n${'#'.repeat(Number(level))} ${title.trim()}\n`;
    })
    .replaceAll(/<tr[^>]*>(.*?)<\/tr>/gs, (_, row: string) => {
      const texts = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) => text.trim());
      return `\n| ${texts.join(' | ')} |`;
    })
    .replaceAll(/<\/?(?:details|table|thead|tbody|p|ul|ol|li)[^>]*>/g, '\n')
    .replaceAll(/<br\s*\/?>/g, '\n');
}

function withoutComments(text: string): string {
  return text.replaceAll(/<!--.*?-->/gs, '');
}

function cells(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(cell => inline(cell.trim().replaceAll('\\|', '|')));
}

function tableLines(rows: string[][]): string[] {
  const shown = rows.filter(row => !row.every(cell => /^:?-+:?$/.test(cell)));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...shown.map(row => row[column]?.length ?? 0)));
  return shown.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

function textLines(line: string): string[] {
  const heading = /^\s*(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  if (!heading) return [inline(line)];
  const title = inline(heading[2] ?? '');
  return ['', title, (heading[1] === '#' ? '=' : '-').repeat(title.length)];
}

// Code spans are set aside, so that nothing in them is taken for a mark of Markdown.
function inline(text: string): string {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part.replaceAll(/^`+ ?| ?`+$/g, '') : withoutMarks(part)))
    .join('')
    .trimEnd();
}

function withoutMarks(text: string): string {
  return withoutTags(
    text
      .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, '$1 ($2)')
      .replaceAll(/(\*\*|__)(?=[^\s*])(.+?)(?<=[^\s*])\1(?!\*)/g, '$2')
      .replaceAll(/(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])/g, '$1')
      .replaceAll(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1'),
  );
}

function withoutTags(text: string): string {
  return text
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
