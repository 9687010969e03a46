// Every page and state, as axe-core sees it: light at a desk, dark on a phone, and at 320 pixels, where nothing scrolls sideways.

import { assertAccessible, assertFits } from './axe.mjs';
import { journey } from './visit.mjs';

const looks = [
  { size: 'desktop', scheme: 'light', language: 'fi' },
  { size: 'phone', scheme: 'dark', language: 'sv' },
  { size: 'narrow', scheme: 'light', language: 'en' },
];

const hits = ({ page }) => page.locator('section[aria-busy="false"] .hit').first().waitFor();
const long = 'sairauspoissaolot kotihoidossa esimies sijaisten perehdytys';

/** By name: an address, its parameters, and how to come to the state. */
const states = {
  'first view': ['/', {}, ({ page }) => page.locator('.start .hit').first().waitFor()],
  results: ['/', { q: 'kotihoito' }, hits],
  'filtered results': [
    '/',
    { q: 'koti', theme: ['digitalisaatio', 'johtaminen'], year: '2019..' },
    hits,
  ],
  'open suggestions': [
    '/',
    {},
    async ({ page }) => {
      await page.locator('.start .hit').first().waitFor();
      await page.getByRole('combobox').pressSequentially('koti');
      await page.getByRole('option').first().waitFor();
      await page.getByRole('combobox').press('ArrowDown');
    },
  ],
  'all filters and reasons unfolded': [
    '/',
    { q: 'perehdytys' },
    async (visit) => {
      await hits(visit);
      const all = visit.page.locator('details');
      await all.evaluateAll((list) => list.forEach((one) => (one.open = true)));
    },
  ],
  'many other words': [
    '/',
    { q: long },
    async (visit) => {
      await hits(visit);
      await visit.page.locator('.notice summary').click();
    },
  ],
  corrected: ['/', { q: 'perehdytyys' }, hits],
  exact: ['/', { q: 'kotihoito', exact: 'true' }, hits],
  recognised: ['/', { q: 'Käpylahden kotihoito 2022' }, hits],
  related: ['/', { q: 'uupumus' }, ({ page }) => page.locator('.related .hit').first().waitFor()],
  'nothing found': ['/', { q: 'xyzzyx' }, ({ page }) => page.locator('.empty').waitFor()],
  'beyond the last page': [
    '/',
    { q: 'uupumus', page: 9 },
    ({ page }) => page.locator('.empty').waitFor(),
  ],
  'refused filter': ['/', { year: 'soon' }, ({ page }) => page.getByRole('alert').waitFor()],
  deed: [
    '/deeds/esim-2023-0343',
    {},
    ({ page }) => page.locator('kt-similar .hit').first().waitFor(),
  ],
  'no such deed': ['/deeds/none', {}, ({ page }) => page.locator('h1').waitFor()],
  describe: ['/describe', {}, ({ page }) => page.locator('form').first().waitFor()],
  described: [
    '/describe',
    {},
    async ({ page }) => {
      await page.locator('.description-examples button').first().click();
      await page.locator('.described .hit').first().waitFor();
    },
  ],
  'nothing saved': ['/saved', {}, ({ page }) => page.locator('.empty').waitFor()],
  'a shared list': [
    '/saved',
    { ids: 'esim-2022-0043,esim-2023-0343,none' },
    ({ page }) => page.locator('.saved-row h2').nth(1).waitFor(),
  ],
  comparison: [
    '/saved',
    { compare: 'esim-2022-0043,esim-2023-0343,esim-2024-0048,hostile-length' },
    ({ page }) => page.locator('table.comparison').waitFor(),
  ],
  'briefing, nothing chosen': [
    '/briefing',
    {},
    ({ page }) => page.locator('form select').first().waitFor(),
  ],
  briefing: [
    '/briefing',
    { year: '2022' },
    ({ page }) => page.locator('.candidates').first().waitFor(),
  ],
  'briefing for print': [
    '/api/v1/briefings',
    { year: '2022', format: 'html' },
    ({ page }) => page.locator('article').first().waitFor(),
  ],
  statistics: ['/statistics', {}, ({ page }) => page.locator('.tables table').first().waitFor()],
  'statistics of a month': [
    '/statistics',
    { from: '2021-09-01', to: '2021-09-30' },
    ({ page }) => page.locator('.tables table').first().waitFor(),
  ],
  'widget of a search': [
    '/widget',
    {},
    ({ page }) => page.locator('kiertoon-search input').waitFor(),
  ],
  'widget of similar deeds': [
    '/widget',
    { kind: 'similar' },
    ({ page }) => page.locator('kiertoon-similar .title').first().waitFor(),
  ],
  accessibility: ['/accessibility', {}, ({ page }) => page.locator('h2').first().waitFor()],
};

function addressed(params) {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

for (const look of looks) {
  for (const [name, [path, params, reach]] of Object.entries(states)) {
    const options = { ...look, allowed: /status of 4\d\d/ };
    journey(`${name}: ${Object.values(look).join(', ')}`, options, async (visit) => {
      await visit.open(`${path}?${addressed(params)}`);
      await reach(visit);
      await assertFits(visit.page);
      await assertAccessible(visit.page);
    });
  }
}
