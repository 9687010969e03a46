// The widgets in a real browser, on a page of another origin than the service's. `npm run test:widget`, after `npm run build`;
// CHROMIUM names another browser than Debian's.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, test } from 'node:test';
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
const nowhere = 'http://127.0.0.1:9';

let service, site, browser, context, page;
/** What must stay empty: uncaught errors, unhandled rejections, violations of the policy. */
let errors;
let requests;

before(async () => {
  service = await startService();
  site = await startSite(service.origin);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
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
});

async function start(options = {}) {
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

const endpoint = (mood) => `${service.origin}/${mood}`;

async function open(body, more = {}) {
  site.write({ body, connect: nowhere, ...more });
  await page.goto(site.address);
}

async function openSearch(attributes = '', more = {}) {
  await open(`<kiertoon-search ${attributes}></kiertoon-search>`, more);
  await page.getByRole('combobox').waitFor();
}

async function searchFor(text) {
  await page.getByRole('combobox').fill(text);
  await page.getByRole('combobox').press('Enter');
}

const links = () => page.locator('kiertoon-search .title');

async function assertAccessible() {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ include: [['kiertoon-search, kiertoon-similar']] }),
  );
  const found = violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
  assert.deepEqual(found, []);
}

test('a search by keyboard alone, on a hostile page under a strict policy', async () => {
  const one = '<kiertoon-search limit="3"></kiertoon-search>';
  await open(`${one}<kiertoon-search lang="sv"></kiertoon-search>`, { isHostile: true });
  const field = page.getByRole('combobox', { name: 'Hae kehittämistekoja' });
  await field.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('ty');
  await page.getByRole('option').first().waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await assertAccessible();
  await page.keyboard.press('Enter');
  await links().first().waitFor();
  assert.equal(await field.inputValue(), 'työhyvinvointi');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.equal(await links().count(), 3);
  const status = page.locator('kiertoon-search').first().getByRole('status').last();
  assert.match(await status.innerText(), /^1\s234 tekoa$/);
  await assertAccessible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement.shadowRoot.activeElement.href);
  assert.equal(focused, `${endpoint('well')}/deeds/teko-1?lang=fi`);
});

test('a hostile page changes neither sizes nor colours', async () => {
  await openSearch('', { isHostile: true });
  await searchFor('ty');
  await links().first().waitFor();
  const looks = await page.locator('kiertoon-search').evaluate((element) => {
    const of = (selector) => getComputedStyle(element.shadowRoot.querySelector(selector));
    const field = element.shadowRoot.querySelector('input').getBoundingClientRect();
    return {
      size: of('.title').fontSize,
      text: of('.widget').color,
      background: of('.widget').backgroundColor,
      field: [field.width > 400, Math.round(field.height)],
    };
  });
  assert.deepEqual(looks, {
    size: '17px',
    text: 'rgb(33, 33, 33)',
    background: 'rgb(255, 255, 255)',
    field: [true, 46],
  });
});

test('two widgets on a page keep out of each other’s way', async () => {
  await open(
    '<kiertoon-search theme="a b"></kiertoon-search><kiertoon-search lang="en" organisation="c"></kiertoon-search>',
  );
  await page.getByRole('combobox', { name: 'Search deeds' }).fill('ty');
  await page.keyboard.press('Enter');
  await page.getByText('1,234 deeds', { exact: true }).first().waitFor();
  assert.equal(await page.locator('kiertoon-search').first().locator('.title').count(), 0);
  const { searchParams } = service.asked.at(-1).url;
  assert.deepEqual(
    [searchParams.get('lang'), searchParams.getAll('theme'), searchParams.get('organisation')],
    ['en', [], 'c'],
  );
});

test('nothing is kept in the browser, and nobody but the service is asked', async () => {
  await openSearch();
  await searchFor('ty');
  await links().first().waitFor();
  await page.getByRole('combobox').fill('työ');
  await page.getByRole('option').first().waitFor();
  assert.deepEqual(await context.cookies(), []);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys?.())?.length ?? 0,
  ]);
  assert.deepEqual(kept, [0, 0, 0, 0]);
  const origins = new Set(requests.map((url) => new URL(url).origin));
  assert.deepEqual([...origins].sort(), [new URL(site.address).origin, service.origin].sort());
  for (const { headers } of service.asked) {
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
  }
});

test('a service that says nothing: a quiet message after a while, and another try', async () => {
  await page.clock.install();
  await openSearch(`endpoint="${endpoint('slow')}"`);
  await searchFor('ty');
  await page.getByText('Haetaan…').last().waitFor();
  await page.clock.fastForward(8100);
  await page.getByText('Haku ei vastannut ajoissa.').last().waitFor();
  await assertAccessible();
  const { slow } = service.moods;
  service.moods.slow = service.moods.well;
  await page.getByRole('button', { name: 'Yritä uudelleen' }).press('Enter');
  await links().first().waitFor();
  service.moods.slow = slow;
  const focused = await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id);
  assert.equal(focused, 'kt-q');
});

for (const mood of ['html', 'wrong', 'broken', 'huge', 'refused', 'unknown', 'redirecting']) {
  test(`a service that is ${mood}: a quiet message`, async () => {
    await openSearch(`endpoint="${endpoint(mood)}"`);
    await page.getByRole('combobox').pressSequentially('tyo', { delay: 60 });
    await searchFor('tyo');
    await page.getByText('Haku ei juuri nyt toimi.').last().waitFor();
    assert.equal(await links().count(), 0);
    assert.equal(await page.getByRole('heading', { name: 'Muu sivusto' }).count(), 1);
  });
}

test('a service that is down: a quiet message, in both widgets', async () => {
  await open(
    `<kiertoon-search endpoint="${nowhere}"></kiertoon-search><kiertoon-similar endpoint="${nowhere}" deed="a"></kiertoon-similar>`,
  );
  await searchFor('ty');
  await page.locator('kiertoon-search .message').waitFor();
  await page.locator('kiertoon-similar .message').waitFor();
  await assertAccessible();
});

test('missing fields: what is there is shown', async () => {
  await openSearch(`endpoint="${endpoint('partial')}"`);
  await searchFor('ty');
  await links().first().waitFor();
  assert.deepEqual(await links().allInnerTexts(), ['Pelkkä otsikko']);
});

test('without suggestions the search still works', async () => {
  await openSearch(`endpoint="${endpoint('silent')}"`);
  await page.getByRole('combobox').pressSequentially('ty', { delay: 150 });
  await page.keyboard.press('Enter');
  await links().first().waitFor();
});

test('what a deed says is text, and no link runs a script', async () => {
  await openSearch(`endpoint="${endpoint('hostile')}" link-to="original"`);
  await searchFor('ty');
  await links().first().waitFor();
  assert.match(await links().first().innerText(), /^<img src=x onerror="alert\(1\)"><script>/);
  const href = await links().first().getAttribute('href');
  assert.equal(href, `${endpoint('hostile')}/deeds/..%2F..%2F%22%3E%3Cscript%3E?lang=fi`);
  assert.equal(await page.locator('kiertoon-search :is(img, script)').count(), 0);
});

test('a name chosen from the suggestions narrows the search until it is taken away', async () => {
  await openSearch();
  await page.getByRole('combobox').fill('es');
  await page.getByRole('option', { name: /^Esimerkkilän kunta/ }).click();
  await links().first().waitFor();
  assert.equal(service.asked.at(-1).url.searchParams.get('organisation'), 'esimerkkila');
  await page.getByRole('button', { name: 'Poista rajaus: Esimerkkilän kunta' }).click();
  await page.waitForFunction(
    () => !document.querySelector('kiertoon-search').shadowRoot.querySelector('.chip'),
  );
  assert.equal(service.asked.at(-1).url.searchParams.get('organisation'), null);
});

test('a name that the editor has set is not suggested again', async () => {
  await openSearch('organisation="esimerkkila"');
  await page.getByRole('combobox').fill('es');
  await page.getByRole('option').first().waitFor();
  assert.equal(await page.getByRole('option', { name: /^Esimerkkilän kunta/ }).count(), 0);
});

test('a correction that is offered is searched for when pressed', async () => {
  await openSearch();
  await searchFor('tyohyvinvontii');
  await page.getByRole('button', { name: 'työhyvinvointi' }).click();
  await page.getByRole('button', { name: 'työhyvinvointi' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('combobox').inputValue(), 'työhyvinvointi');
});

test('links lead where the editor wants them to', async () => {
  await openSearch('open-in="new" link-to="original" theme="a" lang="en"');
  await searchFor('ty');
  const title = links().first();
  await title.waitFor();
  assert.equal(await title.getAttribute('href'), 'https://teot.example/teko-1');
  assert.equal(await title.getAttribute('target'), '_blank');
  const all = page.getByRole('link', { name: 'Show all 1,234 deeds (opens in a new tab)' });
  assert.equal(await all.getAttribute('href'), `${endpoint('well')}/?theme=a&q=ty&lang=en`);
});

test('attributes can change while the widget is shown', async () => {
  await openSearch();
  await page.locator('kiertoon-search').evaluate((element) => (element.lang = 'sv'));
  await page.getByRole('combobox', { name: 'Sök utvecklingsinsatser' }).waitFor();
});

test('similar deeds come with their reasons', async () => {
  await open(
    '<h2>Teko</h2><kiertoon-similar deed="teko 7" limit="2" heading-level="3"></kiertoon-similar>',
  );
  await page.getByRole('heading', { level: 3, name: 'Samankaltaisia tekoja' }).waitFor();
  await page.getByText('Yhteistä: Työhyvinvointi · hyvinvointia, ryhmä').first().waitFor();
  const [{ url }] = service.asked;
  assert.equal(`${url.pathname}${url.search}`, '/well/api/v1/deeds/teko%207/similar?limit=2');
  await assertAccessible();
});

test('the text of the page is what a reader reads', async () => {
  await open(
    `<article><h2>Kotihoito</h2><p>Sairaus<b>poissaolot</b> kasvavat.</p><p>Sijaisia ei saa.</p>
     <script type="x">var hidden</script><textarea>salaista</textarea><nav>valikko</nav>
     <kiertoon-similar text-from="article"><a href="#">varalla</a></kiertoon-similar></article>`,
    { isHostile: true },
  );
  await page.locator('kiertoon-similar .title').first().waitFor();
  assert.deepEqual(JSON.parse(service.asked[0].body), {
    text: 'Kotihoito Sairauspoissaolot kasvavat. Sijaisia ei saa.',
  });
});

for (const [what, attributes] of [
  ['a deed like no other', () => `deed="a" endpoint="${endpoint('none')}"`],
  ['a deed the service does not have', () => `deed="a" endpoint="${endpoint('unknown')}"`],
  ['neither deed nor text', () => ''],
  ['a selector that is none', () => 'text-from="]["'],
  ['a text that says too little', () => 'text-from="h1"'],
]) {
  test(`${what}: no empty box, a message where the editor gave one`, async () => {
    await open(
      `<kiertoon-similar ${attributes()}></kiertoon-similar>
       <kiertoon-similar ${attributes()} empty-text="Ei muita."></kiertoon-similar>`,
    );
    await page.getByText('Ei muita.').waitFor();
    const box = await page.locator('kiertoon-similar').first().boundingBox();
    assert.equal(box?.height ?? 0, 0);
  });
}

test('without scripts the form within the element searches', async () => {
  await start({ javaScriptEnabled: false });
  await open(`<kiertoon-search><form action="${service.origin}/well/" method="get">
    <label>Hae <input name="q"></label><input type="hidden" name="theme" value="a"><button>Hae</button>
  </form></kiertoon-search>`);
  await page.getByLabel('Hae').fill('työ');
  await page.getByRole('button').click();
  await page.waitForURL(`${service.origin}/well/?q=ty%C3%B6&theme=a`);
});

test('the script from two addresses: the first one stays', async () => {
  const scripts = ['well', 'none'].map((mood) => `${endpoint(mood)}/widget/v1/kiertoon.js?ver=1`);
  await openSearch('', { scripts });
  await searchFor('ty');
  await links().first().waitFor();
});

test('320 pixels are enough', async () => {
  await start({ viewport: { width: 320, height: 640 } });
  await openSearch(`endpoint="${endpoint('hostile')}"`);
  await searchFor('ty');
  await links().first().waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
});

test('dark colours have their contrast too', async () => {
  await openSearch('scheme="dark"');
  await searchFor('ty');
  await links().first().waitFor();
  await assertAccessible();
});

test('an editor chooses by keyboard, copies the code, and it works on another site', async () => {
  await page.goto(`${service.origin}/widget?lang=en`);
  await page.getByRole('combobox', { name: 'Themes' }).selectOption('Johtaminen');
  await page.getByRole('button', { name: 'Add: themes' }).press('Enter');
  await page.getByRole('button', { name: 'Remove filter: Johtaminen' }).waitFor();
  await page.getByRole('combobox', { name: 'Deeds at most' }).selectOption('3');
  await page.getByRole('combobox', { name: 'Search deeds' }).fill('ty');
  await page.keyboard.press('Enter');
  await page.locator('kiertoon-search .title').nth(2).waitFor();
  assert.equal(service.asked.at(-1).url.searchParams.get('theme'), 'johtaminen');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(
    violations.map((one) => one.id),
    [],
  );
  await page.getByRole('button', { name: 'Copy the embed code' }).press('Enter');
  await page.getByText(/^The embed code is (on the clipboard|selected)/).waitFor();
  const code = await page.getByRole('textbox', { name: 'Embed code' }).inputValue();
  await open(code, { scripts: [] });
  await searchFor('ty');
  await links().first().waitFor();
  assert.equal(await links().count(), 3);
});

test('colours chosen for a widget are shown at once, and told when they read badly', async () => {
  await page.goto(`${service.origin}/widget?lang=en&accent=%23ffcc00`);
  await page.getByText('Accent is hard to tell from the background').waitFor();
  const colour = () =>
    page.locator('kiertoon-search').evaluate((element) => {
      return getComputedStyle(element.shadowRoot.querySelector('.button')).backgroundColor;
    });
  assert.equal(await colour(), 'rgb(255, 204, 0)');
  const code = page.getByRole('textbox', { name: 'Embed code' });
  assert.match(
    await code.inputValue(),
    /style="--kiertoon-accent: #ffcc00; --kiertoon-on-accent: #111111; /,
  );
  await page.getByRole('button', { name: 'Back to the default colours' }).click();
  assert.doesNotMatch(await code.inputValue(), /style=/);
  assert.equal(await colour(), 'rgb(38, 95, 166)');
});
