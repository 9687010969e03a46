import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fillLayout, readPages } from '../pages.mjs';

async function read(source: string) {
  const folder = await mkdtemp(join(tmpdir(), 'kiertoon-pages-'));
  try {
    await writeFile(join(folder, 'one.html'), source);
    return await readPages(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a page is filled into the layout as it is', async () => {
  const [page] = await read('path: /one\nscript: one\n---\n<p>$& {{x}}</p>\n');
  const filled = fillLayout('{{language}} {{script}}: {{content}}', page, { script: '/one.js' });
  assert.equal(filled, 'fi /one.js: <p>$& {{x}}</p>');
});

test('a page that says too little or too much is refused with its name', async () => {
  for (const [source, why] of [
    ['path: /one\nscript: one\n', /one\.html: no line '---'/],
    ['path: /one\n---\n', /one\.html: no 'script'/],
    ['script: one\n---\n', /one\.html: it takes either/],
    ['path: /one\ntemplate: one\nscript: one\n---\n', /one\.html: it takes either/],
    ['path\n---\n', /one\.html: 'path' is not/],
  ] as const) {
    await assert.rejects(read(source), why);
  }
});

test('a name in the layout that nothing fills is an error', async () => {
  const [page] = await read('path: /one\nscript: one\n---\n');
  assert.throws(() => fillLayout('{{head}}', page, {}), /one\.html: no 'head'/);
});
