// The deeds in numbers: every number adds up.

import assert from 'node:assert/strict';
import { assertFits } from './axe.mjs';
import { ask, inEveryWay, journey } from './visit.mjs';

// The first number of each line of a table, in the order shown.
function readTables(page) {
  return page.locator('.tables table:has(tfoot)').evaluateAll((tables) =>
    tables.map((table) => {
      const number = (row) => {
        const text = row
          .querySelector('td')
          .innerText.replace(/[\s,.]/g, '')
          .replace('−', '-');
        return Number(text);
      };
      return {
        title: table.caption.innerText,
        rows: [...table.tBodies[0].rows].map(number),
        foot: [...table.tFoot.rows].map(number),
      };
    }),
  );
}

function assertAddsUp({ title, rows, foot }) {
  const sum = [...rows, ...foot.slice(0, -1)].reduce((a, b) => a + b, 0);
  assert.equal(sum, foot.at(-1), title);
}

inEveryWay(
  'a period and a kind of organisation are chosen, and all tables add up',
  async (visit) => {
    const { hand, page, t } = visit;
    await visit.open('/statistics');
    await page.locator('.tables table').first().waitFor();
    await hand.choose(page.getByLabel(t.statistics.period), '2022');
    await page.waitForURL(/year=2022/);
    await page.locator('.figures[aria-busy="false"]').waitFor();
    const { totals } = await ask('statistics', { year: '2022' });
    assert.match(
      await page.locator('#total').innerText(),
      new RegExp(`\\b${totals.deeds.count}\\b`),
    );
    const tables = await readTables(page);
    assert.ok(tables.length >= 5);
    tables.forEach(assertAddsUp);
    await assertFits(page);
    const month = page.getByLabel(t.statistics.month);
    const september = await month.locator('option').nth(9).innerText();
    await hand.choose(month, september);
    await page.waitForURL(/from=2022-09-01/);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('from'));
  },
);

journey('the figures as a table to download', {}, async (visit) => {
  const { page, t } = visit;
  await visit.open('/statistics', { year: '2023' });
  const href = await visit.link(t.statistics.csv).getAttribute('href');
  const response = await fetch(new URL(href, page.url()));
  assert.match(response.headers.get('content-type'), /^text\/csv/);
  const lines = (await response.text()).split('\r\n').filter(Boolean);
  assert.ok(lines.length > 20);
  assert.ok(lines.every((line) => line.includes(';')));
});
