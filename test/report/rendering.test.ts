// The summary as GitHub renders it: Markdown of GitHub's flavour to HTML, and that to a tree of elements. No text of
// somebody else's may change the tree.
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { makeReport } from '../../src/report/report.ts';
import { hostileTexts } from '../samples.ts';
import { places } from './places.ts';

type Tree = [element: string, attributes: string[], children: Tree[]];

function rendered(markdown: string): Tree[] {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  return elements(parseFragment(html).childNodes);
}

/** Elements without their texts. */
function elements(nodes: DefaultTreeAdapterTypes.ChildNode[]): Tree[] {
  return nodes.flatMap((node): Tree[] => {
    if (node.nodeName === '#comment') return [['a comment', [], []]];
    if (!('tagName' in node)) return [];
    return [[node.tagName, node.attrs.map(({ name }) => name), elements(node.childNodes)]];
  });
}

/** Texts that mean something to Markdown or HTML, in any order, with anything between them. */
const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileTexts.filter(text => text.length < 1000)),
      fc.constantFrom(
        '\n\n',
        '\n',
        '<',
        '</',
        '>',
        '&',
        '"',
        "'",
        '`',
        '```',
        '<pre>',
        '</pre>',
        '<!--',
        '|',
        '# ',
        '- ',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map(parts => `x${parts.join('')}x`);

test.each(Object.entries(places))('%s', (_, outcomeWith) => {
  const tree = (text: string) => rendered(makeReport(outcomeWith(text)).summary);
  const harmless = tree('harmless');
  fc.assert(
    fc.property(foreign, text => {
      expect(tree(text)).toEqual(harmless);
    }),
    { numRuns: 50 },
  );
});
