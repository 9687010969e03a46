// HTML pages from templates. A file of pages/ begins with lines `name: value` up to a line `---`; the rest is what the page
// holds. It goes into layout.html, whose {{name}} are filled with those values and with the addresses of built files.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const layoutName = 'layout.html';

function parsePage(name, source) {
  const end = source.indexOf('\n---\n');
  if (end < 0) throw new Error(`pages/${name}: no line '---' after the head`);
  const fields = { language: 'fi' };
  for (const line of source.slice(0, end).split('\n')) {
    const [, field, value] = line.match(/^(\w+): (.+)$/) ?? [];
    if (!field) throw new Error(`pages/${name}: '${line}' is not 'name: value'`);
    fields[field] = value;
  }
  if (!fields.script) throw new Error(`pages/${name}: no 'script'`);
  if (!fields.path === !fields.template) {
    throw new Error(`pages/${name}: it takes either 'path' or 'template'`);
  }
  return { name, fields, content: source.slice(end + '\n---\n'.length) };
}

/** The pages of a folder, parsed: `{name, fields, content}` each. */
export async function readPages(folder) {
  const names = (await readdir(folder)).filter((name) => name !== layoutName).sort();
  return Promise.all(
    names.map(async (name) => parsePage(name, await readFile(join(folder, name), 'utf8'))),
  );
}

/** The layout that all pages of a folder share. */
export function readLayout(folder) {
  return readFile(join(folder, layoutName), 'utf8');
}

/** A page within the layout. A {{name}} that nothing fills is an error. */
export function fillLayout(layout, page, addresses) {
  const values = { ...page.fields, ...addresses, content: page.content.trimEnd() };
  return layout.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`pages/${page.name}: no '${name}'`);
    return values[name];
  });
}
