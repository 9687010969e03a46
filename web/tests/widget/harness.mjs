// A real browser, a service and a site of another origin, for the tests of the widgets. `npm run test:widget`, after
// `npm run build`; CHROMIUM names another browser than Debian's. Importing this sets up its file's tests: each has a page of its
// own, and fails when the page saw an uncaught error or asked somebody else.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach } from 'node:test';
import { chromium } from 'playwright-core';
import { startService } from './service.mjs';
import { startSite } from './site.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axe = await readFile(axePath, 'utf8');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Where nobody listens. */
export const nowhere = 'http://127.0.0.1:9';

export let service, site, context, page;
let browser;
/** What must stay empty: uncaught errors, unhandled rejections, violations of the policy. */
let errors;
/** All addresses that the page asked for. */
let requests;

before(async () => {
  service = await startService();
  site = await startSite(service.origin);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';
  browser = await chromium.launch({ executablePath, args: flags });
});

after(async () => {
  await browser?.close();
  site?.stop();
  service?.stop();
});

beforeEach(() => start());

afterEach(async () => {
  await context.close();
  assert.deepEqual(errors, []);
  const known = [new URL(site.address).origin, service.origin, nowhere];
  const strange = requests.filter((url) => !known.includes(new URL(url).origin));
  assert.deepEqual(strange, []);
});

export async function start(options = {}) {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  errors = [];
  requests = [];
  service.asked.length = 0;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      // A browser itself tells of connections that failed; what a page does about it is the question.
      const isNetwork = /blocked by CORS policy|net::ERR_/.test(message.text());
      if (!isNetwork) errors.push(message.text());
    }
  });
  page.on('request', (request) => requests.push(request.url()));
}

export const endpoint = (mood) => `${service.origin}/${mood}`;

export async function open(body, more = {}) {
  site.write({ body, connect: nowhere, ...more });
  await page.goto(site.address);
}

export async function openSearch(attributes = '', more = {}) {
  await open(`<kiertoon-search ${attributes}></kiertoon-search>`, more);
  await page.getByRole('combobox').waitFor();
}

export async function searchFor(text) {
  await page.getByRole('combobox').fill(text);
  await page.getByRole('combobox').press('Enter');
}

export const links = () => page.locator('kiertoon-search .title');

/** By axe-core: the widgets alone, or the whole page. */
export async function assertAccessible(include = ['kiertoon-search, kiertoon-similar']) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((within) => window.axe.run(within), { include });
  const found = violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
  assert.deepEqual(found, []);
}
