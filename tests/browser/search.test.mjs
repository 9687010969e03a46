// From a word to a deed and back.

import assert from 'node:assert/strict';
import { ask, inEveryWay, journey } from './visit.mjs';

const typed = { fi: 'kotihoi', sv: 'persona', en: 'kotihoi' };

const titles = ({ page }) =>
  page.locator('#results-title ~ * .hit h3, .hits .hit h3').allInnerTexts();
const count = async ({ page }) => {
  const digits =
    /^\D*([\d\s.,]+)/.exec(await page.locator('#results-title').innerText())?.[1] ?? '';
  return Number(digits.replace(/\D/g, ''));
};

async function settled({ page }) {
  await page.locator('section[aria-busy="false"]').waitFor();
}

async function searchBySuggestion(visit) {
  const { hand, language, page, t } = visit;
  const field = page.getByRole('combobox', { name: t.search.label });
  await hand.write(field, typed[language]);
  const option = page.getByRole('option').first();
  await option.waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  const word = (await option.locator('span').first().innerText()).trim();
  await hand.pick(field, option);
  await page.waitForURL((url) => url.searchParams.get('q') === word);
  await settled(visit);
  assert.equal(await field.inputValue(), word);
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  return word;
}

async function openFilters({ hand, page, isPhone, t }) {
  if (isPhone) await hand.press(page.locator('kt-filters summary', { hasText: t.filters.title }));
}

inEveryWay('suggestion, filter, chip, order, pages, Back, a deed and back', async (visit) => {
  const { hand, isPhone, page, t } = visit;
  await visit.open('/');
  await visit.heading(t.search.heading, { level: 1 }).waitFor();
  const word = await searchBySuggestion(visit);
  const all = await count(visit);
  const first = await titles(visit);
  assert.ok(all > 20 && first.length === 20, `${word}: ${all} deeds`);

  await openFilters(visit);
  const value = page.getByRole('group', { name: t.filters.names.theme }).locator('label').first();
  const expected = Number(await value.locator('.facet-count').innerText());
  await hand.press(value.locator('input'));
  await page.waitForURL(/theme=/);
  await settled(visit);
  assert.equal(await count(visit), expected);
  if (isPhone) await hand.press(visit.button(t.filters.show(String(expected))));
  await hand.press(page.getByRole('list', { name: t.filters.chosen }).getByRole('link'));
  await page.waitForURL((url) => !url.searchParams.has('theme'));
  await settled(visit);
  assert.deepEqual(await titles(visit), first);

  await hand.choose(page.getByLabel(t.results.order), t.results.sorts.oldest);
  await page.waitForURL(/sort=oldest/);
  await settled(visit);
  const answer = await ask('deeds', { q: word, sort: 'oldest' });
  const sorted = answer.hits.map((hit) => hit.title.map((one) => one.text).join(''));
  assert.deepEqual(await titles(visit), sorted);

  await hand.press(page.getByRole('link', { name: t.results.next }));
  await page.waitForURL(/page=2/);
  await settled(visit);
  assert.equal(await page.locator('ol.hits').getAttribute('start'), '21');
  const focused = await page.evaluate(() => document.activeElement.id);
  assert.equal(focused, 'results-title');
  const second = await titles(visit);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('ol.hits')?.start === 1);
  assert.deepEqual(await titles(visit), sorted);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('ol.hits')?.start === 21);

  await hand.press(page.locator('.hit h3 a').first());
  await visit.heading(second[0], { level: 1 }).waitFor();
  await hand.press(visit.link(t.deed.backToResults));
  await page.waitForURL(/page=2/);
  await settled(visit);
  assert.deepEqual(await titles(visit), second);
});

inEveryWay('a name chosen from the suggestions becomes a filter', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open('/');
  const field = page.getByRole('combobox', { name: t.search.label });
  await hand.write(field, 'käpyla');
  const name = page.getByRole('group', { name: t.search.suggestionKinds.organisation });
  await hand.pick(field, name.getByRole('option').first());
  await page.waitForURL(/organisation=kapylahti/);
  await settled(visit);
  assert.equal(visit.param('q'), null);
  assert.equal(await page.locator('.chips.chosen li').count(), 1);
});

journey('Escape closes the suggestions, then empties the field', {}, async (visit) => {
  const { page, t } = visit;
  await visit.open('/');
  const field = page.getByRole('combobox', { name: t.search.label });
  await field.pressSequentially('koti');
  await page.getByRole('option').first().waitFor();
  await field.press('Escape');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.equal(await field.inputValue(), 'koti');
  await field.press('Escape');
  assert.equal(await field.inputValue(), '');
});

journey('the address alone holds all that is chosen', { language: 'sv' }, async (visit) => {
  const { page, t } = visit;
  const params = { q: 'koti', theme: 'digitalisaatio', year: '2019..2024', sort: 'title' };
  await visit.open('/', params);
  await settled(visit);
  const { total } = await ask('deeds', params);
  assert.equal(await count(visit), total);
  const order = page.getByLabel(t.results.order);
  assert.equal(await order.evaluate((list) => list.value), 'title');
  assert.equal(await page.locator('.chips.chosen a.is-chosen').count(), 2);
});

inEveryWay(
  'an address with nonsense is answered with a sentence and a way out',
  async (visit) => {
    const { hand, page, t } = visit;
    await visit.open('/', { year: 'soon', q: 'koti' });
    await page
      .getByRole('alert')
      .getByText(t.problems.refusedFilter(t.filters.names.year))
      .waitFor();
    await hand.press(visit.link(new RegExp(t.filters.remove)));
    await page.waitForURL((url) => !url.searchParams.has('year'));
    await settled(visit);
  },
  { allowed: /status of 400/ },
);
