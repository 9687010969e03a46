// What a jury gets: chosen on a page, read on paper.

import assert from 'node:assert/strict';
import { assertAccessible } from './axe.mjs';
import { flat, sheetsOf } from './pdf.mjs';
import { ask, inEveryWay, journey, origin } from './visit.mjs';

inEveryWay('candidates chosen, the briefing made and opened for print', async (visit) => {
  const { context, hand, page, t, language } = visit;
  await visit.open('/briefing');
  await page.getByText(t.briefing.start).waitFor();
  await hand.choose(page.locator('select[name="year"]'), '2022');
  const { themes } = await ask('vocabulary');
  const theme = themes.find((one) => one.slug === 'digitalisaatio').names[language];
  await hand.choose(page.locator('select[name="theme"]'), theme);
  await hand.press(visit.button(t.briefing.make));
  const { total } = await ask('deeds', { year: '2022', theme: 'digitalisaatio' });
  await visit.heading(t.briefing.total(total)).waitFor();
  assert.equal(visit.param('year'), '2022');
  assert.equal(await page.locator('.candidates li').count(), total);
  const opened = context.waitForEvent('page');
  await hand.press(visit.link(t.briefing.formats.html));
  const paper = await opened;
  await paper
    .locator('article')
    .nth(total - 1)
    .waitFor();
  assert.equal(await paper.locator('html').getAttribute('lang'), language);
  await page.goBack();
  await page.getByText(t.briefing.start).waitFor();
});

inEveryWay('candidates named by links to them', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open('/briefing');
  const ids = ['esim-2022-0043', 'esim-2023-0343'];
  const links = ids.map((id) => visit.address(`/deeds/${id}`)).join(' ');
  await hand.write(page.getByLabel(t.briefing.ids), links);
  await hand.press(visit.button(t.briefing.make));
  await visit.heading(t.briefing.total(2)).waitFor();
  assert.equal(visit.param('ids'), ids.join(','));
  assert.equal(await page.locator('.candidates li').count(), 2);
});

async function pdfOf({ page }, params) {
  await page.goto(
    `${origin}/api/v1/briefings?${new URLSearchParams({ ...params, format: 'html' })}`,
  );
  return sheetsOf(page);
}

for (const language of ['fi', 'sv', 'en']) {
  journey(`a briefing on paper, ${language}`, { language }, async (visit) => {
    const params = { year: '2022', lang: language };
    const answer = await ask('briefings', params);
    const sheets = await pdfOf(visit, params);
    const text = flat(sheets.join(' '));
    assert.ok(sheets.length > 5, `${sheets.length} sheets`);
    const headings = await visit.page.locator('h2').allInnerTexts();
    assert.ok(headings.length > 5);
    for (const heading of headings) assert.ok(text.includes(flat(heading)), heading);
    answer.candidates.forEach(({ deed }, place) => {
      const told = flat(`${place + 1}. ${deed.title}`);
      // In the table of contents and where it is told.
      assert.ok(text.split(told.slice(0, 30)).length > 2, told);
    });
    sheets.forEach((sheet, place) => {
      assert.ok(flat(sheet).includes(`${place + 1}/${sheets.length}`), `no number on ${place + 1}`);
      const lines = sheet.trim().split('\n').length;
      assert.ok(lines > 6 || place === sheets.length - 1, `sheet ${place + 1} has ${lines} lines`);
    });
    await assertAccessible(visit.page);
  });
}

journey('hostile candidates are text on paper', {}, async (visit) => {
  const { page } = visit;
  const ids = 'hostile-markup,hostile-direction,hostile-length,hostile-signs';
  const sheets = await pdfOf(visit, { ids });
  assert.ok(flat(sheets.join(' ')).includes('<script>window.harmed = 1</script>'));
  assert.equal(await page.locator('script, img').count(), 0);
});

journey('nothing matches: the page says so', { language: 'sv' }, async (visit) => {
  const { page, t } = visit;
  await visit.open('/briefing', { year: '2001' });
  await page.getByText(t.briefing.none).waitFor();
});

journey(
  'an id that is not there: the server’s sentence',
  { allowed: /status of 404/ },
  async (visit) => {
    const { page } = visit;
    await visit.open('/briefing', { ids: 'no-such-deed' });
    await page.getByRole('alert').getByText('no-such-deed').waitFor();
  },
);
