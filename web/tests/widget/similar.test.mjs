// `<kiertoon-similar>` on somebody else's page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, endpoint, open, page, service } from './harness.mjs';

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
