// What readers of feeds and browsers ask for: well-formed, and about the search it was linked from.

import assert from 'node:assert/strict';
import { hostileDeeds } from './hostile.mjs';
import { ask, inEveryWay, journey, origin } from './visit.mjs';

// Parsed by the browser: undefined when it is not well-formed.
function parse(page, text) {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'application/xml');
    if (parsed.querySelector('parsererror')) return undefined;
    const all = (name) => [...parsed.getElementsByTagName(name)];
    return {
      root: parsed.documentElement.localName,
      titles: all('entry').map((one) => one.getElementsByTagName('title')[0].textContent),
      templates: all('Url').map((one) => one.getAttribute('template')),
      text: parsed.documentElement.textContent,
    };
  }, text);
}

inEveryWay('the feed of a search is opened, and left by Back', async (visit) => {
  const { hand, page, t } = visit;
  await visit.open('/', { q: 'kotihoito', year: '2020..' });
  const link = visit.link(t.results.feed);
  const href = await link.getAttribute('href');
  const head = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  assert.equal(new URL(head, origin).search, new URL(href, origin).search);
  const answer = page.waitForResponse((one) => one.url().includes('/feeds/search.atom'));
  await hand.press(link);
  const response = await answer;
  assert.match(response.headers()['content-type'], /^application\/atom\+xml/);
  await page.waitForURL(/search\.atom/);
  const feed = await parse(page, await response.text());
  const params = { q: 'kotihoito', year: '2020..', sort: 'newest', per_page: '50' };
  const { hits } = await ask('deeds', params);
  const titles = hits.map((hit) => hit.title.map((one) => one.text).join(''));
  assert.equal(feed.root, 'feed');
  assert.deepEqual(feed.titles, titles);
  await page.goBack();
  await page.locator('ol.hits .hit').first().waitFor();
});

for (const language of ['fi', 'sv', 'en']) {
  journey(`how a browser adds the search, ${language}`, { language }, async (visit) => {
    const { page } = visit;
    await visit.open('/');
    const href = await page.locator('link[rel="search"]').getAttribute('href');
    const response = await fetch(new URL(href, origin));
    assert.match(response.headers.get('content-type'), /^application\/opensearchdescription\+xml/);
    const description = await parse(page, await response.text());
    assert.equal(description.root, 'OpenSearchDescription');
    const search = description.templates.find(
      (one) => !one.includes('/api/') && !one.includes('/feeds/'),
    );
    await page.goto(search.replace('{searchTerms}', 'perehdytys').replace(/\{[^}]*\?\}/g, ''));
    await page.locator('ol.hits .hit').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), language);
  });
}

journey('hostile deeds leave a feed well-formed', {}, async ({ page }) => {
  await page.goto(`${origin}/`);
  const response = await fetch(`${origin}/feeds/search.atom?q=ry%C3%B6v%C3%A4riteko`);
  const feed = await parse(page, await response.text());
  for (const { title } of hostileDeeds) assert.ok(feed.titles.includes(title), title);
  assert.ok(feed.text.includes('<script>window.harmed = 1</script>'));
});
