// The page /widget, where editors choose.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, links, open, page, searchFor, service } from './harness.mjs';

test('an editor chooses by keyboard, copies the code, and it works on another site', async () => {
  await page.goto(`${service.origin}/widget?lang=en`);
  await page.getByRole('combobox', { name: 'Themes' }).selectOption('Johtaminen');
  await page.getByRole('button', { name: 'Add: themes' }).press('Enter');
  await page.getByRole('button', { name: 'Remove filter: Johtaminen' }).waitFor();
  await page.getByRole('combobox', { name: 'Deeds at most' }).selectOption('3');
  await page.getByRole('combobox', { name: 'Search deeds' }).fill('ty');
  await page.keyboard.press('Enter');
  await page.locator('kiertoon-search .title').nth(2).waitFor();
  assert.equal(service.asked.at(-1).url.searchParams.get('theme'), 'johtaminen');
  await assertAccessible([['html']]);
  await page.getByRole('button', { name: 'Copy the embed code' }).press('Enter');
  await page.getByText(/^The embed code is (on the clipboard|selected)/).waitFor();
  const code = await page.getByRole('textbox', { name: 'Embed code' }).inputValue();
  await open(code, { scripts: [] });
  await searchFor('ty');
  await links().first().waitFor();
  assert.equal(await links().count(), 3);
});

test('colours chosen for a widget are shown at once, and told when they read badly', async () => {
  await page.goto(`${service.origin}/widget?lang=en&accent=%23ffcc00`);
  await page.getByText('Accent is hard to tell from the background').waitFor();
  const colour = () =>
    page.locator('kiertoon-search').evaluate((element) => {
      return getComputedStyle(element.shadowRoot.querySelector('.button')).backgroundColor;
    });
  assert.equal(await colour(), 'rgb(255, 204, 0)');
  const code = page.getByRole('textbox', { name: 'Embed code' });
  assert.match(
    await code.inputValue(),
    /style="--kiertoon-accent: #ffcc00; --kiertoon-on-accent: #111111; /,
  );
  await page.getByRole('button', { name: 'Back to the default colours' }).click();
  assert.doesNotMatch(await code.inputValue(), /style=/);
  assert.equal(await colour(), 'rgb(38, 95, 166)');
});
