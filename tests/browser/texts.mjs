// What the pages say, from their own sources, so that a test asks for a text by its name in any language.

import { join } from 'node:path';
import { library, root } from './programs.mjs';

const esbuild = library('esbuild');

// What a module of web/src exports.
async function load(path) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'web', 'src', path)],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}

/** By language: `texts.fi.search.submit`. */
export const texts = {};
for (const code of ['fi', 'sv', 'en']) texts[code] = (await load(`texts/${code}.ts`))[code];

/** What the widgets say, by language. */
export const { texts: widgetTexts } = await load('widget/texts.ts');
