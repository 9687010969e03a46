// A problem in one's own words.

import assert from 'node:assert/strict';
import { assertFits } from './axe.mjs';
import { inEveryWay, journey } from './visit.mjs';

const problem =
  'Kotihoidossa sairauspoissaolot kasvavat ja sijaisia on vaikea saada. Vakinaiset väsyvät, kun perehdytystä ei ehditä tehdä.';

inEveryWay(
  'a description finds deeds with reasons, and is there again after Back',
  async (visit) => {
    const { hand, page, t } = visit;
    await visit.open('/describe');
    const asked = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    const field = page.getByLabel(t.describe.label, { exact: true });
    await hand.write(field, problem);
    assert.ok(!asked.some((one) => one.includes('Kotihoidossa')), 'sent before the button');
    await hand.press(visit.button(t.describe.submit));
    const hit = page.locator('.described .hit').first();
    await hit.waitFor();
    assert.ok(asked.some((one) => one.includes('/similar') && one.includes('Kotihoidossa')));
    assert.ok(!page.url().includes('Kotihoidossa'));
    await hit.getByText(t.similar.words).waitFor();
    await assertFits(page);
    const title = await hit.locator('h3').innerText();
    await hand.press(hit.locator('h3 a'));
    await visit.heading(title, { level: 1 }).waitFor();
    await hand.press(visit.link(t.deed.backToDescription));
    await page.locator('.described .hit').first().waitFor();
    assert.equal(await field.inputValue(), problem);
  },
);

journey('filters narrow, and farther deeds come on demand', { size: 'phone' }, async (visit) => {
  const { page, t } = visit;
  await visit.open('/describe');
  await page.getByLabel(t.describe.label, { exact: true }).fill(problem);
  await page.getByLabel(t.describe.since).selectOption('2025');
  await visit.button(t.describe.submit).tap();
  await page.locator('.described').waitFor();
  const close = await page.locator('.described .hit').count();
  await visit.button(t.describe.farther).tap();
  await page.locator('.described .hit').nth(close).waitFor();
  const focused = await page.evaluate(() => document.activeElement.closest('.hit') !== null);
  assert.ok(focused);
});

journey('nothing written: the field says so', { language: 'sv' }, async (visit) => {
  const { page, t } = visit;
  await visit.open('/describe');
  await visit.button(t.describe.submit).click();
  await page.getByText(t.describe.empty).waitFor();
  assert.equal(await page.locator('#kt-text').getAttribute('aria-invalid'), 'true');
});
