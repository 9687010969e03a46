// Serves the pages while one works on them: builds anew when a page is loaded, and passes what is not a page to a running
// kiertoon-server.
//
//   node dev-server.mjs [--port 8081] [--api http://127.0.0.1:8080] [--overrides FILE.mjs]
//
// `FILE.mjs` may export `override(url, answer)`: it sees each JSON answer (undefined for a 404) and answers what shall be sent
// in its place. So pages can be tried with answers the server does not give yet.

import { readFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, outputFolder } from './build.mjs';
import { contentTypes, pagePolicy } from './serving.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8081' },
    api: { type: 'string', default: 'http://127.0.0.1:8080' },
    overrides: { type: 'string' },
  },
});
const { override } = options.overrides
  ? await import(pathToFileURL(resolve(options.overrides)).href)
  : {};

let manifest = await build();

async function send(reply, file, headers = {}) {
  const content = await readFile(join(outputFolder, file));
  reply.writeHead(200, {
    'Content-Type': contentTypes[extname(file)],
    'Cache-Control': 'no-store',
    ...headers,
  });
  reply.end(content);
}

function sendOverride(url, answer, status, reply) {
  const parsed = status < 400 ? JSON.parse(answer) : undefined;
  const content = override(url, parsed) ?? parsed;
  reply.writeHead(content ? 200 : status, { 'Content-Type': 'application/json' });
  reply.end(content ? JSON.stringify(content) : answer);
}

function pass(request, reply) {
  const url = new URL(request.url, options.api);
  const isOverridden = override && request.method === 'GET' && url.pathname.startsWith('/api/');
  const headers = { ...request.headers, host: url.host };
  if (isOverridden) headers['accept-encoding'] = 'identity';
  const passed = httpRequest(url, { method: request.method, headers }, async (answer) => {
    if (!isOverridden) {
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
      return;
    }
    const parts = [];
    for await (const part of answer) parts.push(part);
    sendOverride(url, Buffer.concat(parts).toString(), answer.statusCode, reply);
  });
  passed.on('error', (error) => reply.writeHead(502).end(`${options.api}: ${error.message}`));
  request.pipe(passed);
}

async function answer(request, reply) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (request.headers.accept?.includes('text/html')) manifest = await build();
  const { pages, files, stable } = manifest;
  if (pages[pathname]) {
    await send(reply, pages[pathname], { 'Content-Security-Policy': pagePolicy });
  } else if (files[pathname]) {
    await send(reply, files[pathname]);
  } else if (stable[pathname]) {
    await send(reply, stable[pathname], { 'Access-Control-Allow-Origin': '*' });
  } else {
    pass(request, reply);
  }
}

const server = createServer((request, reply) => {
  answer(request, reply).catch((error) => reply.writeHead(500).end(String(error)));
});
server.listen(Number(options.port), '127.0.0.1', () => {
  console.log(`pages on http://127.0.0.1:${options.port}, everything else from ${options.api}`);
});
