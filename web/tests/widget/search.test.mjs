// `<kiertoon-search>` on somebody else's page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertAccessible,
  context,
  endpoint,
  links,
  nowhere,
  open,
  openSearch,
  page,
  searchFor,
  service,
  site,
  start,
} from './harness.mjs';

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
      letters: [of('.title').letterSpacing, of('.title').textTransform, of('.title').textIndent],
      text: of('.widget').color,
      background: of('.widget').backgroundColor,
      field: [field.width > 400, Math.round(field.height)],
    };
  });
  assert.deepEqual(looks, {
    size: '17px',
    letters: ['normal', 'none', '0px'],
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

test('nothing is kept in the browser, and neither cookie nor referrer is sent', async () => {
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
    // A policy that would let the page ask anybody.
    await openSearch(`endpoint="${endpoint(mood)}"`, { connect: '*' });
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
