// The page where an editor chooses a widget, and what comes of it on somebody else's site: another origin, a strict policy, a
// style sheet that means harm, and a server that goes away. web/tests/widget/ has the widgets against a service in many moods.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startSite } from '../../web/tests/widget/site.mjs';
import { startServer } from './programs.mjs';
import { widgetTexts } from './texts.mjs';
import { inEveryWay, journey, origin } from './visit.mjs';

let site;
before(async () => {
  site = await startSite(origin);
});
after(() => site?.stop());

inEveryWay('an editor chooses, sees, and copies', async (visit) => {
  const { hand, page, t, language } = visit;
  await visit.open('/widget');
  const preview = page.locator('kiertoon-search');
  await hand.choose(page.getByLabel(t.widget.limit), '3');
  await hand.choose(page.getByLabel(t.widget.scheme), t.widget.schemes.dark);
  const field = preview.getByRole('combobox');
  await hand.write(field, 'perehdytys');
  // Which open over what stands below, but not over the button.
  await preview.getByRole('option').first().waitFor();
  await hand.submit(preview.getByRole('button').last());
  await preview.locator('.title').nth(2).waitFor();
  assert.equal(await preview.locator('.title').count(), 3);
  const code = await page.locator('textarea.tag-text').inputValue();
  assert.match(code, /<script type="module" src="http:[^"]+\/widget\/v1\/kiertoon\.js"/);
  assert.match(code, new RegExp(`lang="${language}"`));
  await hand.press(visit.button(t.widget.copy));
  await page.getByText(new RegExp(`${t.widget.copied}|${t.widget.copyByHand}`)).waitFor();
  await hand.choose(page.getByLabel(t.widget.kind), t.widget.kinds.similar);
  await page.locator('kiertoon-similar .title').first().waitFor();
});

// A server of its own, for it is stopped on the way.
async function onAnotherSite(body) {
  const server = await startServer(process.env.KIERTOON_INDEX_FOLDER);
  try {
    await body(server);
  } finally {
    await server.stop();
  }
}

// On a visit that may ask another site and servers of any port: what else it asks is told by the policy of that site.
const elsewhere = { isElsewhere: true, allowed: /ERR_CONNECTION_REFUSED/ };

inEveryWay(
  'on a hostile site the server goes away and comes back',
  (visit) =>
    onAnotherSite(async (server) => {
      const { page, hand, language } = visit;
      const says = widgetTexts[language];
      site.write({
        lang: language,
        body: `<kiertoon-search endpoint="${server.origin}" limit="2"></kiertoon-search>
          <kiertoon-similar endpoint="${server.origin}" deed="esim-2022-0043" limit="2"></kiertoon-similar>`,
        connect: server.origin,
        isHostile: true,
        scripts: [`${origin}/widget/v1/kiertoon.js`],
      });
      await page.goto(site.address);
      const search = page.locator('kiertoon-search');
      const button = search.getByRole('button', { name: says.field.submit, exact: true });
      await page.locator('kiertoon-similar .title').nth(1).waitFor();
      await hand.write(search.getByRole('combobox'), 'perehdytys');
      await hand.submit(button);
      await search.locator('.title').nth(1).waitFor();

      await server.stop();
      await hand.write(search.getByRole('combobox'), 'kotihoito');
      await hand.submit(button);
      await search.locator('.message').filter({ hasText: says.broken }).waitFor();
      assert.equal(await page.getByRole('heading', { name: 'Muu sivusto' }).count(), 1);
      assert.equal(await page.locator('kiertoon-similar .title').count(), 2);

      const again = await startServer(process.env.KIERTOON_INDEX_FOLDER, { port: server.port });
      try {
        await hand.press(search.getByRole('button', { name: says.retry }));
        await search.locator('.title').nth(1).waitFor();
      } finally {
        await again.stop();
      }
    }),
  elsewhere,
);

journey('code of which an editor made paragraphs shows one search', elsewhere, async (visit) => {
  const { page } = visit;
  // As the classic editor of WordPress serves what /widget gives.
  site.write({
    body: `<div>
<kiertoon-search></p>
<form action="/"><label>Hae <input type="search" name="q"></label><br />
    <button>Hae</button><br />
  </form>
<p></kiertoon-search>
</div>
<p>Jälkeen.</p>`,
    scripts: [`${origin}/widget/v1/kiertoon.js`],
  });
  await page.goto(site.address);
  await page.getByRole('combobox').waitFor();
  assert.equal(await page.getByRole('button').count(), 1);
  await page.getByText('Jälkeen.').waitFor();
});

journey('what is near in subject stands below what was found', elsewhere, async (visit) => {
  const { page } = visit;
  site.write({
    body: '<kiertoon-search limit="10"></kiertoon-search>',
    scripts: [`${origin}/widget/v1/kiertoon.js`],
  });
  await page.goto(site.address);
  const field = page.getByRole('combobox');
  await field.fill('uupumus');
  await field.press('Enter');
  await page.getByText('Aihe lähellä, sanat toiset').waitFor();
  const answer = await (await fetch(`${origin}/api/v1/deeds?q=uupumus&per_page=10`)).json();
  const [found, near] = await page.locator('kiertoon-search .deeds').all();
  assert.equal(
    await page.locator('kiertoon-search [part="count"]').innerText(),
    `${answer.total} tekoa`,
  );
  assert.equal(await found.locator('.deed').count(), answer.hits.length);
  assert.equal(await near.locator('.deed').count(), Math.min(answer.related.length, 3));
});
