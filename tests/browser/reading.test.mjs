// How the server read a query, and ways to have it read otherwise.

import assert from 'node:assert/strict';
import { ask, inEveryWay } from './visit.mjs';

const settled = ({ page }) => page.locator('section[aria-busy="false"]').waitFor();
const notice = ({ page }) => page.locator('.results .notice');

async function search(visit, text) {
  await visit.open('/', { q: text });
  await settled(visit);
}

inEveryWay(
  'a misspelt word is corrected, and searched for as written when asked to',
  async (visit) => {
    const { hand, page, t } = visit;
    await search(visit, 'perehdytyys');
    await notice(visit).getByText('perehdytys', { exact: true }).first().waitFor();
    assert.ok((await page.locator('.hit').count()) > 0);
    await hand.press(visit.link(t.notices.exactly('perehdytyys')));
    await page.waitForURL(/exact=true/);
    await visit.heading(t.empty.title).waitFor();
    await hand.press(visit.link(t.notices.loosely));
    await page.waitForURL((url) => !url.searchParams.has('exact'));
    await page.locator('.hit').first().waitFor();
  },
);

inEveryWay('a name in the query becomes a filter', async (visit) => {
  const { hand, page } = visit;
  const text = 'Käpylahden kotihoito 2022';
  await search(visit, text);
  const { query } = await ask('deeds', { q: text, lang: visit.language });
  const { label } = query.recognised.find((one) => one.filter.organisation);
  await hand.press(page.getByRole('link', { name: `+ ${label}` }));
  await page.waitForURL(/organisation=kapylahti/);
  await settled(visit);
  assert.equal(visit.param('q'), 'kotihoito 2022');
  assert.equal(await page.locator('.chips.chosen li').count(), 1);
});

inEveryWay('a few other words are named, the rest on demand', async (visit) => {
  const { hand, page, t } = visit;
  const text = 'sairauspoissaolot kotihoidossa esimies sijaisten perehdytys';
  await search(visit, text);
  const { query } = await ask('deeds', { q: text });
  assert.ok(query.synonyms.length > 3 && query.translated.length > 3);
  const whole = notice(visit).locator('details');
  assert.equal(await whole.evaluate((details) => details.open), false);
  const { height } = await notice(visit).boundingBox();
  assert.ok(height < (visit.isPhone ? 260 : 140), `the notice is ${height} px high`);
  await hand.press(whole.locator('summary'));
  for (const { as } of [...query.synonyms, ...query.translated]) {
    assert.ok((await whole.innerText()).includes(as.at(-1)), as.at(-1));
  }
  await hand.press(visit.link(t.notices.onlyWritten));
  await page.waitForURL(/exact=true/);
  await settled(visit);
});

inEveryWay('nothing found: what to do instead', async (visit) => {
  const { hand, page, t } = visit;
  await search(visit, 'xyzzyx');
  await visit.heading(t.empty.title).waitFor();
  await page.locator('.empty-words').getByText('xyzzyx').waitFor();
  await hand.press(page.locator('.empty .chips').getByRole('link').first());
  await page.waitForURL(/theme=/);
  await settled(visit);
  assert.ok((await page.locator('.hit').count()) > 0);
  await page.goBack();
  await visit.heading(t.empty.title).waitFor();
  await hand.press(visit.link(t.empty.describe));
  await visit.heading(t.describe.heading).waitFor();
  assert.equal(await page.getByLabel(t.describe.label).inputValue(), 'xyzzyx');
});

inEveryWay('deeds near in subject stand apart and are not counted', async (visit) => {
  const { hand, page, t } = visit;
  await search(visit, 'uupumus');
  const { total, related } = await ask('deeds', { q: 'uupumus' });
  assert.ok(related.length > 3);
  const section = page.getByRole('region', { name: t.related.title });
  await section.waitFor();
  const hits = await page.locator('ol.hits .hit').count();
  assert.equal(hits, total);
  const few = await section.locator('.hit').count();
  assert.ok(few <= 3);
  const title = section.locator('h3 a').first();
  const expected = await title.innerText();
  await hand.press(title);
  await visit.heading(expected, { level: 1 }).waitFor();
});

inEveryWay('a page beyond the last hit leads to the first', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open('/', { q: 'uupumus', page: 9 });
  await hand.press(visit.link(t.empty.firstPage));
  await page.locator('.hit').first().waitFor();
});
