// A deed's page: read, compared, saved, printed, linked to.

import assert from 'node:assert/strict';
import { assertAccessible, assertFits } from './axe.mjs';
import { hostileDeeds, override, undirected } from './hostile.mjs';
import { flat, sheetsOf } from './pdf.mjs';
import { ask, inEveryWay, journey } from './visit.mjs';

const id = 'esim-2022-0043';
const deed = () => ask(`deeds/${id}`);

inEveryWay('a deed with similar ones, saved, and left by its theme', async (visit) => {
  const { hand, page, t } = visit;
  const { title } = await deed();
  await visit.open(`/deeds/${id}`);
  await visit.heading(title, { level: 1 }).waitFor();
  const similar = page.locator('kt-similar .hit');
  await similar.first().waitFor();
  await similar
    .first()
    .getByText(new RegExp(Object.values(t.similar.closeness).join('|')))
    .waitFor();
  await hand.press(visit.button(`${t.saving.save}: ${title}`));
  await visit.button(`${t.saving.saved}: ${title}`).waitFor();
  await assertFits(page);
  await hand.press(page.locator('.deed-kicker a').first());
  await page.waitForURL(/theme=/);
  await page.locator('section[aria-busy="false"] .hit').first().waitFor();
  assert.equal(visit.param('lang') ?? 'fi', visit.language);
});

inEveryWay('the link of a deed is copied, or shown to be copied', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open(`/deeds/${id}`);
  await hand.press(visit.button(t.deed.copyLink));
  await page.getByText(new RegExp(`${t.deed.linkCopied}|${t.deed.notCopied}`)).waitFor();
});

journey('a deed is complete without scripts', { hasScripts: false }, async (visit) => {
  const { page, t } = visit;
  const { title, summary, sections } = await deed();
  await page.goto(visit.address(`/deeds/${id}`));
  const text = await page.locator('main').innerText();
  for (const part of [title, summary, ...sections.flatMap((one) => one.text.split('\n'))]) {
    assert.ok(text.includes(part.trim()), part);
  }
  assert.ok((await page.locator('kt-similar a').count()) >= 3);
  assert.ok((await page.getByRole('link', { name: t.site.pages.search }).count()) > 0);
});

journey('a deed on paper: all of its text, no navigation, no blank sheet', {}, async (visit) => {
  const { page, t } = visit;
  const { title, sections } = await deed();
  await visit.open(`/deeds/${id}`);
  await page.locator('kt-similar .hit').first().waitFor();
  const sheets = await sheetsOf(page);
  const text = flat(sheets.join('\n'));
  assert.ok(sheets.length <= 3, `${sheets.length} sheets`);
  assert.ok(flat(sheets[0]).includes(flat(title)));
  for (const { text: part } of sections) assert.ok(text.includes(flat(part).slice(0, 40)));
  for (const name of [t.deed.print, t.site.pages.statistics, t.saving.save]) {
    assert.ok(!text.includes(name), name);
  }
});

journey('search engines are told what a deed is', {}, async (visit) => {
  const { page } = visit;
  const { title, published } = await deed();
  await visit.open(`/deeds/${id}`);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  const { headline, datePublished, inLanguage } = JSON.parse(data);
  assert.deepEqual([headline, datePublished, inLanguage], [title, published, 'fi']);
});

for (const { id: hostile, title, sections, organisations } of hostileDeeds) {
  journey(`what ${hostile} says is text on its page`, { size: 'phone' }, async (visit) => {
    const { page } = visit;
    await visit.open(`/deeds/${hostile}`);
    assert.equal(await page.locator('h1').textContent(), undirected(title));
    const shown = await page.locator('article.deed').textContent();
    for (const { text } of sections)
      assert.ok(shown.includes(undirected(text.trim()).slice(0, 8000)));
    for (const { name } of organisations) assert.ok(shown.includes(undirected(name)));
    assert.equal(await page.locator('main :is(img, script, iframe, style)').count(), 0);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    assert.equal(JSON.parse(data).headline.slice(0, 20), title.slice(0, 20));
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    await assertFits(page);
    await assertAccessible(page);
  });
}

journey('what hostile deeds say is text in lists', { size: 'narrow' }, async (visit) => {
  const { page, t } = visit;
  await visit.open('/', { q: 'ryöväriteko*' });
  for (const { title } of hostileDeeds) {
    await visit.link(title).first().waitFor();
    await visit.button(`${t.saving.save}: ${title}`).click();
  }
  await assertFits(page);
  await visit.open('/saved');
  await page
    .locator('.saved-row')
    .nth(hostileDeeds.length - 1)
    .waitFor();
  await assertFits(page);
  await assertAccessible(page);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.locator('.comparing a').click();
  await page.locator('table.comparison').waitFor();
  await assertFits(page);
  assert.equal(await page.locator('main :is(img, script)').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
});

journey('a text that turns its direction turns no other', {}, async (visit) => {
  const { page } = visit;
  const ids = 'hostile-direction,hostile-signs';
  for (const params of [{ ids }, { ids, compare: ids }]) {
    await visit.open('/saved', params);
    await page
      .locator(params.compare ? 'table.comparison' : '.saved-row h2')
      .first()
      .waitFor();
    const leaks = await page.evaluate((sign) => {
      const holds = (element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.data.includes(sign));
      // An inline element that is not isolated lets the sign out to its neighbours.
      const isOpen = ({ display, unicodeBidi }) =>
        display === 'inline' && !unicodeBidi.startsWith('isolate');
      const all = [...document.querySelectorAll('main *')].filter(holds);
      return { held: all.length, open: all.filter((one) => isOpen(getComputedStyle(one))).length };
    }, override);
    assert.ok(leaks.held > 0);
    assert.equal(leaks.open, 0);
  }
});

journey(
  'no deed at an address: a page that says so',
  { allowed: /status of 404/ },
  async (visit) => {
    const { page } = visit;
    const response = await page.goto(visit.address('/deeds/no-such-deed'));
    assert.equal(response.status(), 404);
    await page.locator('h1').waitFor();
    await assertAccessible(page);
  },
);
