// What a setup.py says in so many words. It is read, never run: of what it computes, nothing is known.
import { parser } from '@lezer/python';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** A value of Python's that is written out, as far as it is; `undefined` for what is computed. */
export type Literal = string | Literal[] | { [name: string]: Literal | undefined } | undefined;

/** The keyword arguments of `setup()`, those that are variables too, by name. */
export function readSetupScript(text: string): Record<string, Literal> {
  const script = { text, variables: new Map<string, SyntaxNode>() };
  const found: Record<string, Literal> = {};
  parser.parse(text).iterate({
    enter({ name, node }) {
      if (name === 'AssignStatement') remember(node, script);
      if (name !== 'CallExpression' || !/(?:^|\.)setup$/.test(textOf(node.firstChild, text))) return;
      for (const [key, value] of argumentsOf(node, script)) found[key] = readValue(value, script);
    },
  });
  return found;
}

type Script = { text: string; variables: Map<string, SyntaxNode> };

function remember(node: SyntaxNode, { text, variables }: Script): void {
  const [name, value] = [node.firstChild, node.lastChild];
  const isPlain = node.getChildren('AssignOp').length === 1 && textOf(node.getChild('AssignOp'), text) === '=';
  if (name?.name === 'VariableName' && value && isPlain) variables.set(textOf(name, text), value);
}

/** `name=value`, and what `**variable` brings along. */
function argumentsOf(call: SyntaxNode, script: Script): [string, SyntaxNode][] {
  const list = call.getChild('ArgList');
  if (!list) return [];
  const nodes = childrenOf(list);
  return nodes.flatMap((node, at): [string, SyntaxNode][] => {
    const value = nodes[at + 1];
    if (node.name === 'AssignOp' && value) return [[textOf(nodes[at - 1] ?? null, script.text), value]];
    const spread = textOf(node, script.text) === '**' ? value : undefined;
    const table = spread && resolve(spread, script);
    if (table?.name === 'DictionaryExpression') return [...entriesOf(table, script)];
    return table?.name === 'CallExpression' ? argumentsOf(table, script) : [];
  });
}

/** A variable stands for what it was set to before. */
function resolve(node: SyntaxNode, { text, variables }: Script): SyntaxNode {
  return (node.name === 'VariableName' && variables.get(textOf(node, text))) || node;
}

function readValue(node: SyntaxNode, script: Script, depth = 0): Literal {
  // A variable may name itself.
  if (depth > 20) return undefined;
  const inner = (one: SyntaxNode) => readValue(one, script, depth + 1);
  const resolved = resolve(node, script);
  switch (resolved.name) {
    case 'String':
      return stringOf(textOf(resolved, script.text));
    case 'ContinuedString': {
      const parts = childrenOf(resolved).map(inner);
      return parts.every(part => typeof part === 'string') ? parts.join('') : undefined;
    }
    case 'ParenthesizedExpression':
      return resolved.firstChild?.nextSibling ? inner(resolved.firstChild.nextSibling) : undefined;
    case 'ArrayExpression':
    case 'TupleExpression':
      return childrenOf(resolved)
        .filter(({ name }) => !/^[[\](),]$|^Comment$/.test(name))
        .map(inner);
    case 'DictionaryExpression':
      return Object.fromEntries([...entriesOf(resolved, script)].map(([key, value]) => [key, inner(value)]));
    case 'BinaryExpression': {
      const [left, right] = [resolved.firstChild, resolved.lastChild].map(side => (side ? inner(side) : undefined));
      // Of a sum, what is known counts; the rest shows as unknown.
      return Array.isArray(left) || Array.isArray(right)
        ? [left ?? [undefined], right ?? [undefined]].flat()
        : undefined;
    }
    case 'CallExpression': {
      const called = textOf(resolved.firstChild, script.text);
      if (called !== 'dict') return undefined;
      return Object.fromEntries(argumentsOf(resolved, script).map(([key, value]) => [key, inner(value)]));
    }
    default:
      return undefined;
  }
}

function* entriesOf(dictionary: SyntaxNode, { text }: Script): Generator<[string, SyntaxNode]> {
  const nodes = childrenOf(dictionary);
  for (const [at, node] of nodes.entries()) {
    const [key, value] = [nodes[at - 1], nodes[at + 1]];
    const name = node.name === ':' && key?.name === 'String' ? stringOf(textOf(key, text)) : undefined;
    if (name !== undefined && value) yield [name, value];
  }
}

/** One that is no format, and has nothing escaped. */
function stringOf(written: string): string | undefined {
  const [, value] = /^[rRuU]?(?:"""([^\\]*)"""|'''([^\\]*)'''|"([^"\\]*)"|'([^'\\]*)')$/
    .exec(written)
    ?.filter(part => part !== undefined) ?? [undefined];
  return value;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function textOf(node: SyntaxNode | null, text: string): string {
  return node ? text.slice(node.from, node.to) : '';
}
