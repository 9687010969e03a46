// What the pages weigh and how soon they show a result, for docs/measurements.md: node tests/browser/measure.mjs
// Bytes are as sent, headers included. The time is from the start of the navigation to the first deed painted.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildIndex, startBrowser, startServer } from './programs.mjs';

const rounds = 15;
const cases = {
  'first view': '/',
  'a search': '/?q=sairauspoissaolot+kotihoidossa',
  'a deed': '/deeds/esim-2023-0343',
  statistics: '/statistics',
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// Runs in the page before its own scripts: `painted` is when the first deed or figure was.
function watchForResult() {
  const selector = '.hit, article.deed, .tables table';
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.painted = performance.now())));
  });
  watcher.observe(document, { childList: true, subtree: true });
}

async function load(page, address) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map();
  const sent = { requests: 0, bytes: 0, scripts: 0 };
  const fresh = (response) => !response.fromDiskCache && !response.fromPrefetchCache;
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (fresh(response)) kinds.set(requestId, type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!kinds.has(requestId) || !encodedDataLength) return;
    sent.requests += 1;
    sent.bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') sent.scripts += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => window.painted);
  const time = await page.evaluate(() => window.painted);
  await session.detach();
  return { ...sent, time };
}

async function measure(browser, address) {
  const cold = [];
  const warm = [];
  for (let n = 0; n < rounds; ++n) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(watchForResult);
    cold.push(await load(page, address));
    warm.push(await load(page, address));
    await context.close();
  }
  const of = (list) =>
    Object.fromEntries(
      ['requests', 'bytes', 'scripts', 'time'].map((name) => [
        name,
        Math.round(median(list.map((one) => one[name]))),
      ]),
    );
  return { cold: of(cold), warm: of(warm) };
}

const folder = await mkdtemp(join(tmpdir(), 'kiertoon-measure-'));
await buildIndex(join(folder, 'index'));
const server = await startServer(join(folder, 'index'));
const browser = await startBrowser();
for (const [name, path] of Object.entries(cases)) {
  const { cold, warm } = await measure(browser, server.origin + path);
  console.log(name, { cold, warm });
}
const widget = await (await fetch(`${server.origin}/widget/v1/kiertoon.js`)).arrayBuffer();
console.log('widget', { bytes: widget.byteLength, gzip: gzipSync(Buffer.from(widget)).length });
await browser.close();
await server.stop();
await rm(folder, { recursive: true });
