import { expect, test } from 'vitest';
import { heedsIgnoreFile } from '../../src/dockerfile/frontend.ts';

const digest = `@sha256:${'a'.repeat(64)}`;

test.each<[string, boolean, string[]?]>([
  ['FROM a\n', true],
  ['', true],
  ['# syntax=docker/dockerfile:1\nFROM a\n', true],
  ['#syntax = docker.io/docker/dockerfile\nFROM a\n', true],
  ['# escape=`\n# syntax=docker/dockerfile:1.7-labs\nFROM a\n', true],
  ['# syntax=docker/dockerfile:1.2.1\n', true],
  ['FROM a\nRUN echo syntax=x\n', true],
  ['# syntax=docker/dockerfile:1.0\n', false],
  ['# syntax=docker/dockerfile:1.0.3\n', false],
  ['# syntax=docker/dockerfile:experimental\n', false],
  [`# syntax=docker/dockerfile:1${digest}\n`, false],
  ['# syntax=docker/dockerfile-upstream:master\n', false],
  ['# syntax=evil/docker/dockerfile:1\n', false],
  ['# syntax=evil docker/dockerfile:1\n', false],
  ['# SYNTAX = evil\n', false],
  ['\ufeff# syntax=evil\n', false],
  ['#!/usr/bin/env x\n# syntax=evil\n', false],
  ['#!/usr/bin/env x\r\n#syntax=evil\r\n', false],
  // White space to Go, but not to JavaScript.
  ['#\u0085syntax=evil\n', false],
  ['// syntax=evil\nFROM a\n', false],
  ['{"\\u0073yntax": "evil"}', false],
  ['# syntax=docker/dockerfile:1\n# syntax=evil\n', false],
  ['FROM a\n', false, ['BUILDKIT_SYNTAX=evil']],
  ['FROM a\n', false, ['BUILDKIT_SYNTAX']],
  ['# syntax=evil\nFROM a\n', false, ['BUILDKIT_SYNTAX=docker/dockerfile:1']],
  ['FROM a\n', true, ['BUILDKIT_SYNTAX=docker/dockerfile:1', 'SYNTAX=evil']],
])('%j: %j', (dockerfile, expected, buildArguments = []) => {
  expect(heedsIgnoreFile(dockerfile, buildArguments)).toBe(expected);
});
