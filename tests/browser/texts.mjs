// What the pages say, from their own sources, so that a test asks for a text by its name in any language.

import { join } from 'node:path';
import { library, root } from './programs.mjs';

const esbuild = library('esbuild');

async function load(code) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'web', 'src', 'texts', `${code}.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${source}`))[code];
}

/** By language: `texts.fi.search.submit`. */
export const texts = {};
for (const code of ['fi', 'sv', 'en']) texts[code] = await load(code);
