import { describe, expect, test } from 'vitest';
import { refuseSecrets, secretNotices } from '../../src/inputs/exposed.ts';
import { UserError } from '../../src/text/errors.ts';

describe('build arguments', () => {
  const letters = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zAbCdE';
  test.each([
    ['A=https://me:pw@example.org/simple', 'a URL with a password in A'],
    ['A=--extra-index-url=HTTPS://:pw@example.org', 'a URL with a password in A'],
    ['A=postgres://me:a:b@db:5432/x', 'a URL with a password in A'],
    [`A=https://ghp_${letters}@github.com/o/r`, 'a token in A'],
    ...['gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat-', 'pypi-AgEI', 'npm_', 'xoxb-'].map(start => [
      `A=${start}${letters}`,
      'a token in A',
    ]),
    ['A=AKIAIOSFODNN7EXAMPLE', 'a token in A'],
    ['A=ASIAIOSFODNN7EXAMPLE', 'a token in A'],
    ...['hf_', 'dckr_pat_', 'dckr_oat_', 'gldt-', 'sk-ant-', 'sk-proj-'].map(start => [
      `A=${start}${letters}`,
      'a token in A',
    ]),
    [`A=AIza${letters.slice(1)}`, 'a token in A'],
    ['OK=1\nKEY=-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk', 'a private key in KEY'],
    ['A=-----BEGIN PRIVATE KEY-----', 'a private key in A'],
    [`TOKEN ghp_${letters}`, 'a token'],
  ])('%s is refused', (text, what) => {
    expect(() => refuseSecrets(text)).toThrow(
      new UserError(
        `Input build-args has ${what}, which everyone who has the image can read: pass it by the input secrets, and mount it with RUN --mount=type=secret.`,
      ),
    );
  });

  test.each([
    [''],
    ['A=https://example.org:8080/a@b'],
    ['A=https://me@example.org'],
    ['A=https://me:@example.org'],
    ['A=ssh://git@example.org:22/o/r'],
    ['A=git@github.com:o/r'],
    ['A=docker-image://python:3.13@sha256:0a'],
    ['A=npm_config_cache'],
    ['A=ghp_short'],
    ['A=hf_hub_download'],
    ['A=dckr_pat_'],
    ['A=AIzaShort'],
    [`A=AIza${letters}`],
    ['A=sk-learn-contrib-and-what-else-there-may-be'],
    ['A=XAKIAIOSFODNN7EXAMPLE'],
    ['A=-----BEGIN CERTIFICATE-----'],
    [`# ghp_${letters}`],
  ])('%s is none', text => {
    expect(() => refuseSecrets(text)).not.toThrow();
  });

  test.each([
    ['TOKEN', true],
    ['pip_token', true],
    ['SECRET_KEY', true],
    ['DB_PASSWORD', true],
    ['PASSWD', true],
    ['MY_API_KEY_2', true],
    ['PRIVATE_KEY', true],
    ['AWS_CREDENTIALS', true],
    ['TOKENIZER', false],
    ['MAX_TOKENS', false],
    ['KEY', false],
    ['PYTHON', false],
  ])('the name %s', (name, isSecret) => {
    const sentence = `The build argument ${name} looks like a secret, which everyone who has the image can read: pass it by the input secrets, and mount it with RUN --mount=type=secret.`;
    expect(secretNotices([`${name}=s3cret=TOKEN`])).toEqual(isSecret ? [sentence] : []);
  });
});
