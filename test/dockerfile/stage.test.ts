// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of this kind.

import { describe, expect, test } from 'vitest';
import { cutBefore, readStage } from '../../src/dockerfile/stage.ts';

const read = (dockerfile: string, target = 'dev', buildArguments: string[] = []) =>
  readStage(dockerfile, target, buildArguments);
const sourcesOf = (dockerfile: string) => read(dockerfile).copies.map(({ sources }) => sources.join(' '));

const typical = `# syntax=docker/dockerfile:1
ARG PYTHON=3.13
FROM ghcr.io/astral-sh/uv:0.9 AS uv

FROM python:\${PYTHON}-slim AS dev
WORKDIR /usr/src/app
COPY --from=uv /uv /bin/
COPY requirements.txt constraints-*.txt ./
RUN --mount=type=cache,target=/root/.cache/uv \\
    # comment within
    uv pip install -r requirements.txt

# what follows is another stage
FROM dev AS share
COPY . .
`;

test('a typical Dockerfile', () => {
  expect(read(typical)).toEqual({
    text: typical.slice(0, typical.indexOf('\n# what follows')),
    stages: ['uv', 'dev', 'share'],
    copies: [
      {
        sources: ['requirements.txt', 'constraints-*.txt'],
        line: 8,
        instruction: 'COPY requirements.txt constraints-*.txt ./',
        isInTarget: true,
      },
    ],
    bases: ['ghcr.io/astral-sh/uv:0.9', 'python:3.13-slim'],
    steps: { uv: 1, dev: 5 },
  });
});

test('a stage that the target is based on belongs to it, one that it does not need is ignored', () => {
  const dockerfile = `FROM python AS base
COPY a /
FROM python AS odd
ADD https://example.com/x /
RUN --mount=type=bind,target=/x true
FROM base AS dev
COPY b /
FROM dev AS share
ONBUILD COPY . .
`;
  expect(read(dockerfile)).toMatchObject({
    copies: [
      { sources: ['a'], line: 2, isInTarget: false },
      { sources: ['b'], line: 7, isInTarget: true },
    ],
    bases: ['python'],
    steps: { base: 2, dev: 1 },
  });
  expect(read(dockerfile)).not.toHaveProperty('doubt');
});

describe('sources', () => {
  test.each<[string, string, string[]]>([
    ['one', 'COPY a /', ['a']],
    ['several', 'COPY a b/ ./c /d/', ['a b/ ./c']],
    ['lower case', 'copy a /', ['a']],
    ['options', 'COPY --chown=1:1 --chmod=644 --link --exclude=*.md a /', ['a']],
    ['owner from a variable', 'COPY --chown=$U a /', ['a']],
    ['JSON', 'COPY ["a b", "c", "/d"]', ['a b c']],
    ['JSON after options', 'COPY --link ["a b", "/d"]', ['a b']],
    ['JSON on two lines', 'COPY ["a", \\\n  "/d"]', ['a']],
    ['wildcards', 'COPY a*.txt b?/c /', ['a*.txt b?/c']],
    ['archive', 'ADD a.tar.gz /', ['a.tar.gz']],
    ['two lines', 'COPY a \\\n  b /', ['a b']],
    ['white space after the backslash', 'COPY a \\  \n  b /', ['a b']],
    ['a comment between', 'COPY a \\\n# b \\\n  c /', ['a c']],
    ['an empty line between', 'COPY a \\\n\n  c /', ['a c']],
    ['Windows line ends', 'COPY a \\\r\n  b /\r\nRUN true\r', ['a b']],
    ['no line end at the end', 'COPY a /', ['a']],
    ['tabs', '\tCOPY\ta\tb\t/', ['a b']],
    ['another stage', 'COPY --from=other a /', []],
    ['another stage in other case', 'COPY --from=OTHER a /', []],
    ['the number of a stage', 'COPY --from=0 a /', []],
    ['another image', 'COPY --from=python:3.13 a /', []],
    ['inline content', 'COPY <<EOF /x\nCOPY b /\nEOF\nCOPY c /', ['c']],
    ['inline content, quoted', "COPY <<'EOF' /x\n$a\nEOF\nCOPY c /", ['c']],
    ['inline content and a file', 'COPY <<A b <<-B /x/\nb\nA\n\tB\nCOPY c /', ['b', 'c']],
    ['a script that looks like instructions', 'RUN <<EOF\nCOPY a /\nADD https://x /\nEOF\nCOPY c /', ['c']],
    ['a script for a program', 'RUN python3 - <<END\nFROM x\nEND\nCOPY c /', ['c']],
    ['a script whose end is indented by tabs', 'RUN <<-EOF\n\techo\n\tEOF\nCOPY c /', ['c']],
    ['a script whose end is part of a line', 'RUN <<EOF\nxEOF\n EOF\nEOF\nCOPY c /', ['c']],
    ['a comment that ends like a continued line', '# x \\\nCOPY c /', ['c']],
    ['quotes and backslashes in RUN', 'RUN echo "a\\"b" \\n $(cat x) `y`\nCOPY c /', ['c']],
    ['ENV and LABEL over lines', 'ENV A=1 \\\n  B="x y"\nLABEL a="b \\\n c"\nCOPY c /', ['c']],
    ['everything else', 'USER x\nEXPOSE 1\nVOLUME /v\nSHELL ["sh", "-c"]\nCMD ["x"]\nCOPY c /', ['c']],
    ['RUN with a network', 'RUN --network=none true\nCOPY c /', ['c']],
    ['mounts of a cache', 'RUN --mount=type=cache,id=$x,target=/c --mount=type=tmpfs,target=/t true\nCOPY c /', ['c']],
    ['a mount of a file', 'RUN --mount=type=bind,source=a,target=a true', ['a']],
    [
      'mounts of files',
      'RUN --mount=TYPE=BIND,SRC=a/b.txt,target=/x \\\n  --mount=source=/c,dst=c,rw true',
      ['a/b.txt /c'],
    ],
    ['the later name of a mount', 'RUN --mount=source=a,src=b,source=c,target=/x true', ['c']],
    ['mounts from a stage', 'RUN --mount=from=other,target=/c --mount=type=bind,from=Other,target=/t true', []],
  ])('%s', (_, text, expected) => {
    const dockerfile = `FROM python AS other\nFROM python AS dev\n${text}`;
    expect(read(dockerfile).doubt).toBeUndefined();
    expect(sourcesOf(dockerfile)).toEqual(expected);
  });
});

describe('bases', () => {
  const uses = (from: string, global = '', buildArguments: string[] = []) => {
    const { bases, doubt } = read(`${global}\nFROM ${from} AS dev\nRUN true`, 'dev', buildArguments);
    return doubt ?? bases;
  };
  test.each<[string, string, string?, string[]?]>([
    ['python', 'python'],
    ['python:3.13', '$X', 'ARG X=python:3.13'],
    ['python:3.13', 'python:${X}', 'ARG X="3.13"'],
    ['python:3.13', 'python:${X}', "ARG X='3.13'"],
    ['python:3.13', 'python:$X', 'ARG Y=1 X=3.13'],
    ['python:3.14', 'python:$X', 'ARG X=3.13', ['X=3.14']],
    ['python:3.14', 'python:$X', 'ARG X', ['X=3.14']],
    ['python:3.13-slim', 'python:$Y', 'ARG X=3.13\nARG Y=${X}-slim'],
    ['python:3.13', 'python:${X:-3.13}'],
    ['python:3.13', 'python:${X:-3.13}', 'ARG X'],
    ['python:3.13', 'python:${X:-3.13}', 'ARG X=""'],
    ['python:3.12', 'python:${X:-3.13}', 'ARG X=3.12'],
    // A build argument that is not declared doesn't count.
    ['python:3.13', 'python:${X:-3.13}', '', ['X=3.14']],
    ['localhost:5000/a/b:c', 'localhost:5000/a/b:c'],
    ['python', '--platform=$BUILDPLATFORM python'],
    ['python', '--platform=linux/amd64 python'],
  ])('%s is what FROM %s needs after %s', (expected, from, global, buildArguments) => {
    expect(uses(from, global, buildArguments)).toEqual([expected]);
  });

  test('scratch is no image', () => expect(uses('scratch')).toEqual([]));

  test('a stage may have the name of its image', () => {
    expect(read('FROM python AS python\nFROM python AS dev').bases).toEqual(['python']);
    expect(read('FROM python:3 AS python\nCOPY x /\nFROM python AS dev').bases).toEqual(['python:3']);
    expect(read('FROM alpine AS dev\nRUN true\nFROM python:3 AS alpine').bases).toEqual(['alpine']);
  });

  test('images that COPY and mounts take from', () => {
    const dockerfile =
      'FROM a AS dev\nCOPY --from=b:1 x /\nCOPY --from=b:1 y /\nRUN --mount=type=bind,from=c,target=/c true';
    expect(read(dockerfile).bases).toEqual(['a', 'b:1', 'c']);
  });

  test.each([
    ['python:$X', '', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:${X:+y}', 'ARG X=1', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:${X#y}', 'ARG X=1', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:$X', 'ARG X="a C=b c"', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:${C:-d}', 'ARG X="a C=b c"', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:$TARGETARCH', '', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:${TARGETARCH:-x}', '', 'line 2 names an image by a variable that only a build can resolve'],
    ['python:$TARGETARCH', 'ARG TARGETARCH=x', 'line 2 names an image by a variable that only a build can resolve'],
    ['$X', 'ARG X', 'line 2 names an image by a variable that only a build can resolve'],
    ['"python"', '', 'line 2 names an image by a variable that only a build can resolve'],
    ['Python', '', 'line 2 names an image in an unusual way'],
    ['context', '', 'line 2 names an image in an unusual way'],
    ['--unknown=x python', '', 'line 2 has the option --unknown'],
  ])('FROM %s after "%s": %s', (from, global, doubt) => {
    expect(uses(from, global)).toBe(doubt);
  });
});

describe('doubts', () => {
  test.each<[string, string]>([
    ['ADD https://example.com/x /', 'line 2 adds a file from the network'],
    ['ADD http://example.com/x /', 'line 2 adds a file from the network'],
    ['ADD a https://example.com/x /', 'line 2 adds a file from the network'],
    ['ADD ["https://example.com/x", "/"]', 'line 2 adds a file from the network'],
    ['ADD git@github.com:a/b.git /', 'line 2 adds a file from the network'],
    ['ADD https://github.com/a/b.git#v1 /', 'line 2 adds a file from the network'],
    ['ADD github.com/a/b /', 'line 2 adds a file from the network'],
    ['ADD --checksum=sha256:1 https://x /', 'line 2 adds a file from the network'],
    ['COPY $X /', 'line 2 copies from a place that a variable names'],
    ['COPY a${X}b /', 'line 2 copies from a place that a variable names'],
    ['COPY ["$X", "/"]', 'line 2 copies from a place that a variable names'],
    ['COPY a[0-9] /', 'line 2 copies from a place with unusual characters'],
    ['COPY a\\*b /', 'line 2 can be read in more than one way'],
    ['COPY "a" /', 'line 2 copies from a place with unusual characters'],
    ['COPY **/a /', 'line 2 copies from a place with unusual characters'],
    ['COPY [a, b]', 'line 2 begins like a JSON array, but is none'],
    ['COPY ["a", 1]', 'line 2 begins like a JSON array, but is none'],
    ['COPY [a-c].txt /', 'line 2 begins like a JSON array, but is none'],
    ['COPY a', 'line 2 is not a COPY that BuildKit takes'],
    ['COPY --parents a/b /', 'line 2 has the option --parents'],
    ['COPY --unknown a /', 'line 2 has the option --unknown'],
    ['COPY --from=$X a /', 'line 2 names an image in an unusual way'],
    ['COPY --from= a /', 'line 2 names an image in an unusual way'],
    ['COPY --from=0 a /', "line 2 takes from a stage that doesn't come before it"],
    ['COPY --from=7 a /', "line 2 takes from a stage that doesn't come before it"],
    ['COPY --from=+0 a /', 'line 2 names an image in an unusual way'],
    ['COPY --from=dev a /', "line 2 takes from a stage that doesn't come before it"],
    ['COPY --from=later a /', "line 2 takes from a stage that doesn't come before it"],
    ['COPY --from=context a /', 'line 2 names an image in an unusual way'],
    ['COPY "--from=python" a /', 'line 2 copies from a place with unusual characters'],
    ['COPY --chown="a b" c /', 'line 2 has an option that is quoted'],
    ['COPY -- a /', 'line 2 has an option that is quoted'],
    ['RUN --mount=target=/x true', 'line 2 mounts files of the build context'],
    ['RUN --mount=type=bind,target=/x true', 'line 2 mounts files of the build context'],
    ['RUN --mount=type=bind,from=,target=/x true', 'line 2 mounts files of the build context'],
    ['RUN --mount=TYPE=BIND,source=.,target=/x true', 'line 2 mounts files of the build context'],
    ['RUN --mount=type=cache,target=/x --mount=source=$A,target=/y true', 'line 2 mounts files of the build context'],
    ['RUN --mount=source=a,source=/,target=/y true', 'line 2 mounts files of the build context'],
    ['RUN --mount=source=a*,target=/y true', 'line 2 mounts files of the build context'],
    ['RUN --network=none \\\n  --mount=type=bind,target=/x \\\n true', 'line 2 mounts files of the build context'],
    ['RUN --mount=type=cache,from=python,target=/x true', 'line 2 has a mount that is not plain'],
    ['RUN --mount=type=cache,type=bind,target=/x true', 'line 2 has a mount that is not plain'],
    ['RUN --mount=type=$X,target=/x true', 'line 2 has a mount that is not plain'],
    ['RUN --mount=type=bind,from=$X,target=/x true', 'line 2 names an image in an unusual way'],
    ['RUN --mount=type=bind,from=0,target=/x true', 'line 2 names an image in an unusual way'],
    ['RUN --mount=type=secret,id=x true', 'line 2 uses a secret'],
    ['RUN --mount=type=ssh true', 'line 2 uses a secret'],
    ['RUN --mount="type=bind,target=/x" true', 'line 2 has an option that is quoted'],
    ['RUN --security=insecure true', 'line 2 has the option --security'],
    ['RUN --device=x true', 'line 2 has the option --device'],
    ['ONBUILD COPY . .', 'line 2 is an ONBUILD instruction'],
    ['onbuild run true', 'line 2 is an ONBUILD instruction'],
    ['ARG SOURCE_DATE_EPOCH=context', 'line 2 sets SOURCE_DATE_EPOCH'],
    ['RUN echo $((1 << 2))', 'line 2 has << where its meaning is not plain'],
    ['RUN cat <<< x', 'line 2 has << where its meaning is not plain'],
    ['RUN echo "<<EOF"\nCOPY a /\nEOF', 'line 2 has << where its meaning is not plain'],
    ['RUN cat<<EOF\nEOF', 'line 2 has << where its meaning is not plain'],
    ['RUN 3<<EOF\nEOF', 'line 2 has << where its meaning is not plain'],
    ['RUN <<EOF\nno end', 'line 2 has an inline document without an end'],
    ['RUN <<EOF\n EOF', 'line 2 has an inline document without an end'],
    ['RUN echo \\\\\nCOPY a /', 'line 2 ends with two backslashes'],
    ['UNKNOWN a', 'line 2 is no instruction that is known here'],
    ['COPY\u00a0a /', 'line 2 has an unusual kind of space'],
    ['RUN true\rCOPY a /', 'line 2 has an unusual kind of space'],
    ['RUN true \ufffd', 'the Dockerfile is not in UTF-8'],
  ])('%j', (text, doubt) => {
    expect(read(`FROM python AS dev\n${text}\nFROM python AS later\n`).doubt).toBe(doubt);
  });

  test.each<[string, string]>([
    ['# syntax=example/frontend\nFROM python AS dev', 'line 1 asks for a frontend of its own'],
    ['#syntax = docker/dockerfile-upstream:master\nFROM python AS dev', 'line 1 asks for a frontend of its own'],
    ['#!/usr/bin/x\n# syntax=example/frontend\nFROM python AS dev', 'line 2 asks for a frontend of its own'],
    ['# check=skip=all\n# SYNTAX=example/frontend\nFROM python AS dev', 'line 2 asks for a frontend of its own'],
    ['// syntax=example/frontend\nFROM python AS dev', 'line 1 is no instruction that is known here'],
    ['# escape=`\nFROM python AS dev', 'line 1 sets another escape character'],
    ['# x\n# escape=`\nFROM python AS dev', 'line 2 sets another escape character'],
    ['RUN true\nFROM python AS dev', 'line 1 stands before the first stage'],
    ['FROM a AS dev\nFROM b AS DEV', 'line 2 begins a second stage dev'],
    ['FROM a AS scratch\nFROM scratch AS dev', 'line 1 is not a FROM that BuildKit takes'],
    ['FROM a dev\nFROM scratch AS dev', 'line 1 is not a FROM that BuildKit takes'],
    ['FROM a', 'the Dockerfile has no stage dev'],
    ['FROM a AS b', 'the Dockerfile has no stage dev'],
    ['', 'the Dockerfile has no stage dev'],
  ])('%j', (dockerfile, doubt) => {
    expect(read(dockerfile).doubt).toBe(doubt);
  });

  test.each([
    '# syntax=docker/dockerfile:1',
    '# syntax=docker.io/docker/dockerfile:1.7-labs',
    '# escape=\\',
    '# check=error=true',
    '# a comment\n\n# syntax=docker/dockerfile:1',
    '\ufeff# syntax=docker/dockerfile:1',
    '\ufeffARG X=1',
  ])('none at %j', start => {
    expect(read(`${start}\nFROM a AS dev\nCOPY x /`)).toMatchObject({ stages: ['dev'], bases: ['a'] });
    expect(read(`${start}\nFROM a AS dev\nCOPY x /`)).not.toHaveProperty('doubt');
  });

  test.each([
    [['BUILDKIT_SYNTAX=x'], 'BUILDKIT_SYNTAX asks for a frontend of its own'],
    [['A=1', 'A=2'], 'the build argument A is given twice'],
    [['SOURCE_DATE_EPOCH=context'], 'the build argument SOURCE_DATE_EPOCH is no number'],
    [['SOURCE_DATE_EPOCH=0'], undefined],
  ])('build arguments %j', (buildArguments, doubt) => {
    expect(read('FROM a AS dev', 'dev', buildArguments).doubt).toBe(doubt);
  });

  test('leave the stages known, as far as the text can be read', () => {
    expect(read('FROM a AS Base\nFROM base AS dev\nONBUILD RUN x').stages).toEqual(['base', 'dev']);
    expect(read('FROM a AS dev\nFROM b AS share', 'other').stages).toEqual(['dev', 'share']);
  });
});

describe('the text of a stage', () => {
  const dockerfile = 'ARG A=1\nFROM a AS dev\nRUN <<EOF\nx\nEOF\n\n# comment\nFROM dev AS share\nRUN y\n';
  test('ends with its last instruction', () => {
    expect(read(dockerfile).text).toBe('ARG A=1\nFROM a AS dev\nRUN <<EOF\nx\nEOF\n');
    expect(read(dockerfile, 'share').text).toBe(dockerfile);
    expect(read('FROM a AS dev').text).toBe('FROM a AS dev');
    expect(read('\ufeffFROM a AS dev\r\nRUN x\r\n\r\nFROM b').text).toBe('\ufeffFROM a AS dev\r\nRUN x\r\n');
  });

  test.each<[string, number, string | undefined]>([
    ['FROM a AS dev\nRUN x\nCOPY b /\nRUN y', 3, 'FROM a AS dev\nRUN x\n'],
    ['FROM a AS dev\nRUN x\n# comment\nCOPY b /', 4, 'FROM a AS dev\nRUN x\n# comment\n'],
    ['FROM $X AS dev\nRUN x\nCOPY b /', 3, 'FROM $X AS dev\nRUN x\n'],
    ['FROM a AS base\nRUN x\nFROM base AS dev\nCOPY b /', 4, 'FROM a AS base\nRUN x\nFROM base AS dev\n'],
    ['FROM a AS dev\nWORKDIR /x\nCOPY b /', 3, undefined],
    ['FROM a AS other\nRUN x\nFROM a AS dev\nCOPY b /', 4, undefined],
    ['FROM a AS base\nRUN x\nCOPY b /\nFROM base AS dev\nRUN y', 3, 'FROM a AS base\nRUN x\nFROM base AS dev\n'],
    [
      'FROM a AS Base\nRUN x\nFROM base AS c\nCOPY b /\nFROM c AS dev',
      4,
      'FROM a AS Base\nRUN x\nFROM base AS c\nFROM c AS dev\n',
    ],
    ['FROM a AS base\nWORKDIR /x\nCOPY b /\nFROM base AS dev\nRUN y', 3, undefined],
    ['FROM a AS other\nRUN x\nCOPY b /\nFROM a AS dev\nCOPY --from=other b /', 3, undefined],
    ['FROM a AS dev\nRUN x \\\n y\nCOPY b /', 3, undefined],
    ['FROM a AS dev\nRUN x \\\n y\nCOPY b /', 4, 'FROM a AS dev\nRUN x \\\n y\n'],
    ['FROM a AS dev\nRUN x\nUNKNOWN', 3, undefined],
  ])('%j cut before line %i', (text, line, expected) => {
    expect(cutBefore(text, 'Dev', line)).toBe(expected);
  });
});
