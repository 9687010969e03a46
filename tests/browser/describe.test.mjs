// A problem in one's own words.

import assert from 'node:assert/strict';
import { assertFits } from './axe.mjs';
import { inEveryWay } from './visit.mjs';

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

inEveryWay('filters narrow, and farther deeds come on demand', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open('/describe');
  await hand.write(page.getByLabel(t.describe.label, { exact: true }), problem);
  await hand.choose(page.getByLabel(t.describe.since), '2025');
  await hand.press(visit.button(t.describe.submit));
  await page.locator('.described').waitFor();
  const close = await page.locator('.described .hit').count();
  await hand.press(visit.button(t.describe.farther));
  await page.locator('.described .hit').nth(close).waitFor();
  const focused = await page.evaluate(() => document.activeElement.closest('.hit') !== null);
  assert.ok(focused);
});

inEveryWay('nothing written: the field says so', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open('/describe');
  await hand.press(visit.button(t.describe.submit));
  await page.getByText(t.describe.empty).waitFor();
  assert.equal(await page.locator('#kt-text').getAttribute('aria-invalid'), 'true');
});
