// Deeds saved, put in order, compared, shared, taken to a briefing.

import assert from 'node:assert/strict';
import { assertFits } from './axe.mjs';
import { flat, sheetsOf } from './pdf.mjs';
import { inEveryWay, journey } from './visit.mjs';

const kept = ({ page }) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('kiertoon.saved') ?? '[]'));
const rows = ({ page }) => page.locator('.saved-row h2').allInnerTexts();

async function saveThree(visit) {
  const { hand, page, t } = visit;
  await visit.open('/', { q: 'perehdytys' });
  const hits = page.locator('ol.hits .hit');
  const titles = [];
  for (let n = 0; n < 3; ++n) {
    titles.push(await hits.nth(n).locator('h3').innerText());
    await hand.press(hits.nth(n).locator('button.save'));
  }
  assert.equal((await kept(visit)).length, 3);
  if (visit.isPhone) await hand.press(visit.button(t.site.menu));
  const link = page.getByRole('navigation', { name: t.site.navigation });
  await hand.press(link.getByRole('link', { name: t.site.pages.saved }));
  await visit.heading(t.saved.heading, { level: 1 }).waitFor();
  await page.locator('.saved-row h2').nth(2).waitFor();
  assert.deepEqual(await rows(visit), titles);
  return titles;
}

inEveryWay('saved, ordered, taken out and put back, compared, briefed', async (visit) => {
  const { hand, page, t } = visit;
  const [a, b, c] = await saveThree(visit);
  await hand.press(visit.button(`${t.saved.down}: ${a}`));
  await page.waitForFunction(
    (text) => document.querySelector('.saved-row h2').innerText === text,
    b,
  );
  assert.deepEqual(await rows(visit), [b, a, c]);
  await hand.press(visit.button(`${t.saved.remove}: ${b}`));
  await hand.press(visit.button(t.saved.undo));
  await page.locator('.saved-row h2').nth(2).waitFor();
  assert.deepEqual(await rows(visit), [b, a, c]);
  await assertFits(page);

  for (const title of [a, c]) {
    await hand.press(page.locator('.saved-row', { hasText: title }).getByRole('checkbox'));
  }
  await hand.press(visit.link(t.saved.compare('2')));
  await visit.heading(t.saved.compareHeading, { level: 1 }).waitFor();
  const columns = page.getByRole('columnheader');
  await columns.nth(2).waitFor();
  assert.deepEqual((await columns.allInnerTexts()).slice(1), [a, c]);
  await assertFits(page);
  await hand.press(visit.link(t.saved.backToList));
  await hand.press(visit.link(t.saved.briefing));
  await visit.heading(t.briefing.heading, { level: 1 }).waitFor();
  await visit.heading(t.briefing.total(3)).waitFor();
});

inEveryWay(
  'a shared list is shown, and taken over only when asked to',
  async (visit) => {
    const { hand, page, t } = visit;
    const ids = 'esim-2022-0043,esim-2023-0343,gone-1';
    await visit.open('/saved', { ids });
    await visit.heading(t.saved.sharedHeading, { level: 1 }).waitFor();
    await page.getByText(t.saved.gone('gone-1')).waitFor();
    assert.deepEqual(await kept(visit), []);
    await hand.press(visit.button(t.saved.takeOver));
    await page.getByText(t.saved.takenOver).waitFor();
    assert.equal((await kept(visit))[0], 'esim-2022-0043');
  },
  { allowed: /status of 404/ },
);

journey('two pages side by side keep one list', {}, async (visit) => {
  const { context, page, t } = visit;
  await visit.open('/deeds/esim-2022-0043');
  const other = await context.newPage();
  await other.goto(visit.address('/saved'));
  await page.locator('kt-deed-actions button.save').click();
  await other.locator('.saved-row h2').waitFor();
  await other.locator('button.remove').click();
  await page
    .getByRole('button', { name: new RegExp(`^${t.saving.save}:`) })
    .first()
    .waitFor();
});

journey('the saved list on paper', { language: 'en' }, async (visit) => {
  const { page, t } = visit;
  await visit.open('/saved', { ids: 'esim-2022-0043,esim-2023-0343' });
  await page.locator('.saved-row h2').nth(1).waitFor();
  const titles = await rows(visit);
  const sheets = await sheetsOf(page);
  const text = flat(sheets.join(' '));
  for (const title of titles) assert.ok(text.includes(flat(title)), title);
  assert.ok(text.includes('/deeds/esim-2022-0043'));
  assert.ok(!text.includes(t.saved.briefing));
});
