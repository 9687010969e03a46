import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Api, type Answer, type CallOptions } from '../src/api';

async function ask(listener: RequestListener, options?: CallOptions): Promise<Answer<unknown>> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Api(`http://127.0.0.1:${port}`).search({ q: 'ä&b' }, options);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function kindOf(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.problem.kind;
}

test('an answer is its value', async () => {
  const answer = await ask((request, reply) => reply.end(JSON.stringify({ url: request.url })));
  assert.deepEqual(answer, { ok: true, value: { url: '/api/v1/deeds?q=%C3%A4%26b' } });
});

test('a problem is told with its status and sentence', async () => {
  const answer = await ask((_, reply) => {
    reply.writeHead(400, { 'Content-Type': 'application/problem+json' });
    reply.end(JSON.stringify({ status: 400, detail: "'sort' is 'best'" }));
  });
  const problem = { kind: 'refused', status: 400, detail: "'sort' is 'best'" };
  assert.deepEqual(answer, { ok: false, problem });
});

test('a refused parameter is named', async () => {
  const answer = await ask((_, reply) => {
    reply.writeHead(400, { 'Content-Type': 'application/problem+json' });
    reply.end(JSON.stringify({ status: 400, detail: "'theme' is 'x'", parameter: 'theme' }));
  });
  assert.equal(answer.ok ? undefined : answer.problem.parameter, 'theme');
});

test('nonsense is unreadable, whatever its status', async () => {
  for (const [status, content] of [
    [200, '<html>'],
    [200, 'null'],
    [502, 'Bad Gateway'],
  ] as const) {
    const answer = await ask((_, reply) => reply.writeHead(status).end(content));
    assert.equal(kindOf(answer), 'unreadable', content);
  }
});

test('a server that says nothing is given up after a while', async () => {
  assert.equal(kindOf(await ask(() => undefined, { timeoutMs: 50 })), 'timeout');
});

test('a connection that breaks is unreachable', async () => {
  assert.equal(kindOf(await ask((request) => request.socket.destroy())), 'unreachable');
});

test('a call that was given up is aborted, before and while it runs', async () => {
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(), 50);
  assert.equal(kindOf(await ask(() => undefined, { signal: giveUp.signal })), 'aborted');
  assert.equal(kindOf(await ask(() => undefined, { signal: giveUp.signal })), 'aborted');
});

test('an answer longer than allowed is unreadable, and not read to its end', async () => {
  const listener: RequestListener = (_, reply) => {
    const timer = setInterval(() => reply.write(' '.repeat(1000)), 1);
    reply.on('close', () => clearInterval(timer));
  };
  assert.equal(kindOf(await ask(listener, { maxBytes: 5000, timeoutMs: 5000 })), 'unreadable');
});
