// Accessibility as axe-core sees it, and what it does not look for: sideways scrolling.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { library } from './programs.mjs';

const axe = await readFile(library.resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing to complain of in the page as it is now, by any rule. */
export async function assertAccessible(page) {
  // The pages' policy lets no script in; this one comes from outside of them.
  await page.evaluate(axe);
  // All that axe tells of what is well takes longer to bring here than to find out.
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
  });
  assert.deepEqual(found, []);
}

/** Nothing is wider than the window. */
export async function assertFits(page) {
  const { client, scroll } = await page.evaluate(() => ({
    client: document.documentElement.clientWidth,
    scroll: document.documentElement.scrollWidth,
  }));
  assert.ok(scroll <= client, `${page.url()} is ${scroll} wide in a window of ${client}`);
}
