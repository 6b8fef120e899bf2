import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { askEngine, callEngine } from '../../../src/engine/steps/api.ts';
import { type Answering, engineThat } from '../../engine-socket.ts';
import { folderWith } from '../../temporary-folder.ts';

test('an answer is the value of its JSON, however many pieces it comes in', async () => {
  const socket = await engineThat((answer, { method, url }) => {
    answer.write('{"said":');
    setTimeout(() => answer.end(JSON.stringify([method, url]).concat('}')), 20);
  });
  expect(await askEngine(socket, '/info')).toEqual({ said: ['GET', '/info'] });
});

test('an archive is posted whole', async () => {
  const socket = await engineThat(async (answer, call) => {
    const { length } = await buffer(call);
    answer.end(JSON.stringify([call.method, call.headers['content-type'], call.headers['content-length'], length]));
  });
  const tar = new Uint8Array(3_000_000);
  const said = JSON.stringify(['POST', 'application/x-tar', '3000000', 3_000_000]);
  expect(await callEngine(socket, '/images/load', { tar })).toBe(said);
});

describe('no answer', () => {
  test.each<[string, Answering, string | RegExp]>([
    [
      "the engine's words",
      answer => answer.writeHead(404).end('{"message":"No such image: none"}'),
      'No such image: none',
    ],
    ['words that are no JSON', answer => answer.writeHead(502).end('Bad gateway\n'), 'Bad gateway'],
    ['a connection that is closed', answer => answer.destroy(), 'socket hang up'],
    ['one that is closed half-way', answer => answer.write('{', () => answer.destroy()), /aborted|terminated/],
    ['silence', () => undefined, 'no answer within 0.2 s'],
    ['silence half-way', answer => answer.write('{'), 'no answer within 0.2 s'],
    [
      'one that drips',
      answer => {
        const timer = setInterval(() => answer.write(' '), 20);
        answer.on('close', () => clearInterval(timer));
      },
      'no answer within 0.2 s',
    ],
  ])('%s', async (_, answering, words) => {
    const socket = await engineThat(answering);
    await expect(callEngine(socket, '/info', { patienceSeconds: 0.2 })).rejects.toThrow(words);
    expect(await askEngine(socket, '/info', { patienceSeconds: 0.2 })).toBeUndefined();
  });

  test('no engine', async () => {
    const socket = join(await folderWith({}), 'docker.sock');
    await expect(callEngine(socket, '/info')).rejects.toThrow('ENOENT');
    expect(await askEngine(socket, '/info')).toBeUndefined();
  });

  test('an answer that is no JSON', async () => {
    const socket = await engineThat(answer => answer.end('OK'));
    expect(await askEngine(socket, '/_ping')).toBeUndefined();
  });
});
