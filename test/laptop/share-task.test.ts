import { describe, expect, test } from 'vitest';
import type { Origin } from '../../src/checkout/git.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { decideShare, noCommit, publishedRef, type ShareRequest } from '../../src/laptop/share-task.ts';
import { UserError } from '../../src/text/errors.ts';
import { defaultInputs } from '../samples.ts';

const nothing = { tags: '', 'tag-prefix': '', overwrite: '', labels: '' };

type Typed = Partial<Omit<ShareRequest, 'inputs'>> & { inputs?: Partial<InputTexts> };

function decide({ inputs, ...typed }: Typed) {
  const request = { command: [], ports: [], isChecked: false, isPushed: false };
  return decideShare({ ...request, ...typed, inputs: { ...defaultInputs, ...nothing, ...inputs } });
}

describe('decideShare', () => {
  test.each<[Typed, ReturnType<typeof decideShare>]>([
    [{}, { kind: 'work', command: [], ports: [] }],
    [
      { command: ['python', 'a.py'], ports: ['8000:80'] },
      { kind: 'work', command: ['python', 'a.py'], ports: [{ host: 8000, container: 80 }] },
    ],
    [{ isChecked: true }, { kind: 'give', isChecked: true }],
    [{ tag: 'wine' }, { kind: 'give', isChecked: false, reference: { name: 'wine' } }],
    [{ tag: 'Wine:1.0' }, { kind: 'give', isChecked: false, reference: { name: 'wine', tag: '1.0' } }],
    [
      { isChecked: true, tag: 'wine:1', output: '../wine.tar.zst' },
      { kind: 'give', isChecked: true, reference: { name: 'wine', tag: '1' }, output: '../wine.tar.zst' },
    ],
    [
      { isPushed: true, tag: 'ghcr.io/Octo/Wine' },
      { kind: 'publish', reference: { name: 'ghcr.io/octo/wine' } },
    ],
    [
      { isPushed: true, isChecked: true, tag: 'localhost:5000/wine', output: 'a.tar', inputs: { labels: 'a=b' } },
      { kind: 'publish', reference: { name: 'localhost:5000/wine' }, output: 'a.tar' },
    ],
    [
      { isPushed: true, tag: 'localhost:5000/wine:1.0', inputs: { overwrite: 'true' } },
      { kind: 'publish', reference: { name: 'localhost:5000/wine', tag: '1.0' } },
    ],
    [
      { isPushed: true, tag: 'octo/wine' },
      { kind: 'publish', reference: { name: 'octo/wine' } },
    ],
  ])('%j', (typed, task) => {
    expect(decide(typed)).toEqual(task);
  });

  const both = 'or run both, one after the other.';
  const form = 'write a name, or a name and a tag, such as ghcr.io/owner/name or ghcr.io/owner/name:1.0.';
  test.each<[Typed, string]>([
    [{ isChecked: true, command: ['pytest'] }, `Option --check runs no other command: leave the command out, ${both}`],
    [
      { isPushed: true, tag: 'octo/wine', command: ['ls'] },
      `Option --push runs no other command: leave the command out, ${both}`,
    ],
    [
      { tag: 'wine', ports: ['80'] },
      `Option --tag starts nothing that could listen on a port: leave out --publish, ${both}`,
    ],
    [
      { isPushed: true },
      'Option --push does not say where to: name the image with --tag, such as --tag ghcr.io/owner/name.',
    ],
    [
      { isPushed: true, tag: 'wine:1' },
      'Option --tag is "wine", which says neither which registry nor whose image: write it whole, such as ghcr.io/owner/wine.',
    ],
    [{ tag: '' }, `Option --tag is "": ${form}`],
    [{ tag: 'a b' }, `Option --tag is "a b": ${form}`],
    [{ tag: 'wine:' }, `Option --tag is "wine:": ${form}`],
    [{ tag: 'wine:1:2' }, `Option --tag is "wine:1:2": ${form}`],
    [{ tag: 'wine@sha256:01' }, `Option --tag is "wine@sha256:01": ${form}`],
    [{ tag: 'https://ghcr.io/octo/wine' }, `Option --tag is "https://ghcr.io/octo/wine": ${form}`],
    [{ tag: '-x' }, `Option --tag is "-x": ${form}`],
    [{ tag: 'wine:-x' }, `Option --tag is "wine:-x": ${form}`],
    [
      { output: 'wine.zip' },
      'Option --output is "wine.zip": write a path that ends in .tar, .tar.gz or .tar.zst, such as share.tar.zst.',
    ],
    [{ inputs: { overwrite: 'true' } }, 'Option --overwrite is for publishing only: add --push, or leave it out.'],
    [{ tag: 'wine', inputs: { tags: 'x' } }, 'Option --tags is for publishing only: add --push, or leave it out.'],
  ])('%j is refused', (typed, sentence) => {
    expect(() => decide(typed)).toThrow(new UserError(sentence));
  });
});

describe('publishedRef', () => {
  const main: Origin = { sha: '0123456789abcdef', branch: 'refs/heads/main', tags: [], changed: [] };
  const release: Origin = { ...main, tags: ['beer/v2', 'wine/v1.2.3-rc.1', 'wine/v1.2.3'] };
  const detached: Origin = { ...main, branch: '' };

  test.each<[Origin, string | undefined, string, string]>([
    [main, undefined, '', 'refs/heads/main'],
    [main, undefined, 'wine/', 'refs/heads/main'],
    [release, undefined, 'wine/', 'refs/tags/wine/v1.2.3'],
    [{ ...main, tags: ['paper'] }, undefined, '', 'refs/tags/paper'],
    [detached, '1.0', '', 'refs/heads/0123456789ab'],
  ])('%j under %s, with the prefix %j', (origin, tag, prefix, ref) => {
    expect(publishedRef(origin, tag, prefix)).toBe(ref);
  });

  const differs = (files: string) =>
    `What is published must be what the commit has, but ${files} from it: commit first, or stash or ignore what is not meant.`;
  test.each<[Origin, string]>([
    [{ ...main, changed: ['a.py'] }, differs('a.py differs')],
    [{ ...main, changed: ['a.py', 'b\u001b[31m.py'] }, differs('a.py and b.py differ')],
    [{ ...main, changed: ['a', 'b', 'c', 'd'] }, differs('a, b, c and d differ')],
    [{ ...main, changed: ['a', 'b', 'c', 'd', 'e'] }, differs('a, b, c and 2 other files differ')],
    [
      { ...main, tags: ['wine/v1.2.3'] },
      'Option --tag-prefix is "beer/", but the git tag "wine/v1.2.3" does not begin with it: correct it, or leave it out.',
    ],
    [
      detached,
      'Neither a branch nor a tag is checked out that could name what is published: check one out, or write a tag behind the name in --tag.',
    ],
  ])('%j is refused', (origin, sentence) => {
    expect(() => publishedRef(origin, undefined, 'beer/')).toThrow(new UserError(sentence));
  });
});

test.each([
  ['no git', 'git is not installed: install it.'],
  [
    'distrusted',
    'git distrusts "/home/ada/a b", which belongs to another user: make it yours ("sudo chown -R $USER \'/home/ada/a b\'"), or run "git config --global --add safe.directory \'/home/ada/a b\'".',
  ],
  ['no repository', 'git knows no commit of this project: make it a git repository, and commit your files first.'],
  ['repository', 'this git repository has no commit yet: commit your files first.'],
] as const)('nothing to publish: %s', (state, reason) => {
  const sentence = `Nothing can be published from here, since ${reason}`;
  expect(noCommit({ state, top: '/home/ada/a b' })).toEqual(new UserError(sentence));
});
