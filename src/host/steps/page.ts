import { error, notice, setOutput, summary } from '@actions/core';
import { say } from './log.ts';

/** What a job shows: lines of its log, annotations, outputs, and Markdown for its page. */
export type Page = {
  lines: string[];
  annotations: { level: 'error' | 'notice'; message: string; title?: string; file?: string; line?: number }[];
  outputs: Record<string, string>;
  summary: string;
};

/** Shows it where a runner looks for it. */
export async function showPage({ lines, annotations, outputs, summary: markdown }: Page): Promise<void> {
  for (const line of lines) say({ reader: 'runner' }, line);
  for (const { level, message, title, file, line } of annotations) {
    const place = {
      ...(title === undefined ? {} : { title }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
    };
    if (level === 'error') error(message, place);
    else notice(message, place);
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  // Servers without job summaries set no file for them.
  await summary
    .addRaw(markdown)
    .write()
    .catch(() => undefined);
}
