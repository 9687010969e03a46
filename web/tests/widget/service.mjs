// A service for the widgets to talk to, in many moods: the first part of an address is the mood, `/slow/api/v1/deeds` never
// answers. Answers are made here, so that a test knows what to expect. The built pages are there too.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { outputFolder } from '../../build.mjs';
import { contentTypes, pagePolicy } from '../../serving.mjs';

const scriptPath = '/widget/v1/kiertoon.js';

const organisations = [{ slug: 'esimerkkila', name: 'Esimerkkilän kunta', type: 'municipality' }];

function deed(number, more = {}) {
  return {
    id: `teko-${number}`,
    url: `https://teot.example/teko-${number}`,
    language: 'fi',
    title: [
      { text: `Teko ${number}: ` },
      { text: 'työhyvinvointi', match: true },
      { text: ' kuntoon' },
    ],
    snippet: [{ text: 'Ryhmä tukee ' }, { text: 'hyvinvointia', match: true }, { text: ' …' }],
    organisations,
    themes: ['tyohyvinvointi'],
    published: '2023-11-21',
    awards: number === 1 ? [{ year: 2023, kind: 'winner', category: null }] : [],
    shared: { terms: ['hyvinvointia', 'ryhmä'], themes: ['tyohyvinvointi'] },
    ...more,
  };
}

const themes = [{ value: 'tyohyvinvointi', label: 'Työhyvinvointi', count: 37, selected: false }];
const suggestion = (kind, text, more) => ({
  kind,
  text: [{ text: text.slice(0, 2), match: true }, { text: text.slice(2) }],
  completion: '',
  count: 12,
  id: null,
  filter: null,
  ...more,
});
const suggestions = [
  suggestion('word', 'työhyvinvointi', { completion: 'työhyvinvointi' }),
  suggestion('word', 'työvuoro', { completion: 'työvuoro' }),
  suggestion('organisation', 'Esimerkkilän kunta', { filter: { organisation: 'esimerkkila' } }),
  suggestion('deed', 'Työpajat käyntiin', { id: 'teko-9' }),
];

function search(url, hits) {
  const limit = Number(url.searchParams.get('per_page'));
  const isCorrected = url.searchParams.get('q') === 'tyohyvinvontii';
  return {
    query: {
      text: url.searchParams.get('q') ?? '',
      corrected: isCorrected ? 'työhyvinvointi' : null,
      correction: isCorrected ? 'offered' : null,
    },
    total: hits ? hits.length : 1234,
    total_is_exact: true,
    hits: (hits ?? Array.from({ length: 30 }, (_, place) => deed(place + 1))).slice(0, limit),
    facets: { theme: themes },
  };
}

const named = (slug, name) => ({ slug, names: { fi: name, sv: name, en: name }, count: 3 });
const vocabulary = {
  themes: [named('tyohyvinvointi', 'Työhyvinvointi'), named('johtaminen', 'Johtaminen')],
  organisations: [named('esimerkkila', 'Esimerkkilän kunta')],
};

function wellAnswer(url, hits) {
  if (url.pathname.endsWith('/vocabulary')) return vocabulary;
  if (url.pathname.endsWith('/suggest')) return { suggestions };
  if (url.pathname.endsWith('/similar')) return { hits: hits ?? [deed(1), deed(2)] };
  return search(url, hits);
}

function sendJson(reply, content, status = 200) {
  const problem = status >= 400 ? 'problem+json' : 'json';
  reply.writeHead(status, { 'Content-Type': `application/${problem}` });
  reply.end(JSON.stringify(content));
}

const hostileText = '<img src=x onerror="alert(1)"><script>alert(2)</script>\u202e';
const hostileDeed = deed(1, {
  url: 'javascript:alert(3)',
  id: '../../"><script>',
  title: [{ text: hostileText, match: true }, { text: 'ä'.repeat(10_000) }],
  snippet: [{ text: hostileText }],
  organisations: [{ name: hostileText }],
  shared: { terms: [hostileText], themes: ['<b>'] },
});

const moods = {
  well: (url, reply) => sendJson(reply, wellAnswer(url)),
  none: (url, reply) => sendJson(reply, wellAnswer(url, [])),
  hostile: (url, reply) => sendJson(reply, wellAnswer(url, [hostileDeed])),
  slow: () => undefined,
  html: (_, reply) => reply.end('<!doctype html><title>Gateway</title>'),
  wrong: (_, reply) => sendJson(reply, [{ hits: 'many', total: '37' }, null, 7]),
  broken: (_, reply) => reply.end('{"total": 1, "hits": [{"id":'),
  huge: (_, reply) => sendJson(reply, { total: 1, hits: [deed(1)], more: 'x'.repeat(2 ** 20) }),
  partial: (_, reply) =>
    sendJson(reply, {
      total: 3,
      hits: [null, { id: 'a' }, { id: 'b', title: [{ text: 'Pelkkä otsikko' }, 7, null] }],
      suggestions: [null, {}, { kind: 'planet', text: [] }],
    }),
  refused: (_, reply) => sendJson(reply, { status: 400, detail: "'theme' is 'x'" }, 400),
  unknown: (_, reply) => sendJson(reply, { status: 404, detail: 'there is no deed' }, 404),
  redirecting: (_, reply) => reply.writeHead(302, { Location: 'http://elsewhere.invalid/' }).end(),
  silent: (url, reply) =>
    url.pathname.endsWith('/suggest') ? reply.writeHead(500).end() : sendJson(reply, search(url)),
};

function readBody(request) {
  return new Promise((done) => {
    let text = '';
    request.on('data', (part) => (text += part)).on('end', () => done(text));
  });
}

async function readBuilt(file) {
  const headers = { 'Content-Type': contentTypes[extname(file)] };
  if (extname(file) === '.html') headers['Content-Security-Policy'] = pagePolicy;
  return { headers, content: await readFile(join(outputFolder, file)) };
}

/** Starts it; `asked` lists the requests for data. A mood can be changed by name in `moods`, as long as the service runs. */
export async function startService() {
  const { pages, files } = JSON.parse(await readFile(join(outputFolder, 'manifest.json'), 'utf8'));
  const built = { ...pages, ...files };
  const asked = [];
  const ownMoods = { ...moods };
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url, 'http://service');
    reply.setHeader('Access-Control-Allow-Origin', '*');
    reply.setHeader('Access-Control-Allow-Headers', 'Content-Type, Accept');
    if (request.method === 'OPTIONS') return reply.writeHead(204).end();
    const file = url.pathname.endsWith(scriptPath) ? scriptPath : built[url.pathname];
    if (file) {
      const { headers, content } = await readBuilt(file);
      return reply.writeHead(200, headers).end(content);
    }
    const [, first] = url.pathname.split('/');
    const mood = ownMoods[first === 'api' ? 'well' : first];
    if (!url.pathname.includes('/api/') || !mood) return reply.end('<!doctype html><p>A page');
    asked.push({ url, headers: request.headers, body: await readBody(request) });
    return mood(url, reply);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    moods: ownMoods,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
