// Builds the pages into data/web: scripts, styles and images with a hash of their content in their names, HTML that points to
// them, and manifest.json, which tells the server what to serve where. README.md describes the manifest.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { fillLayout, readLayout, readPages } from './pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = ['chrome100', 'firefox100', 'safari15.4'];

// Files for other web sites, whose addresses never change: address -> source.
const stableSources = { '/widget/v1/kiertoon.js': 'src/widget/kiertoon.ts' };

/** What a file for other web sites may weigh, compressed: their pages must not become slow for it. */
const mostStableBytes = 15_000;

export const outputFolder = join(here, '..', 'data', 'web');

// Bundles the scripts of the pages and the one style sheet; answers esbuild's outputs, by path from `folder`.
async function bundlePages(scripts, folder) {
  const result = await esbuild.build({
    entryPoints: [
      ...scripts.map((name) => join(here, 'src', 'pages', `${name}.ts`)),
      join(here, 'src', 'style', 'page.css'),
    ],
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    legalComments: 'eof',
    target,
    metafile: true,
    logLevel: 'warning',
  });
  return Object.entries(result.metafile.outputs).map(([path, output]) => ({
    file: relative(folder, path),
    source: output.entryPoint ? basename(output.entryPoint) : undefined,
    imports: output.imports
      .filter((one) => one.kind === 'import-statement')
      .map((one) => relative(folder, one.path)),
  }));
}

async function copyAssets(folder) {
  const files = {};
  for (const name of await readdir(join(here, 'assets'))) {
    const content = await readFile(join(here, 'assets', name));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
    const extension = extname(name);
    const file = `assets/${basename(name, extension)}-${hash}${extension}`;
    await writeFile(join(folder, file), content);
    files[name] = file;
  }
  return files;
}

// A style sheet that a script imports is the text of it, made small: for style sheets that scripts construct.
const styleAsText = {
  name: 'style-as-text',
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await esbuild.transform(source, { loader: 'css', minify: true, target });
      return { contents: code.trimEnd(), loader: 'text' };
    });
  },
};

async function compressedBytes(path) {
  return gzipSync(await readFile(path), { level: 9 }).length;
}

async function checkWeight(address, path) {
  const bytes = await compressedBytes(path);
  if (bytes > mostStableBytes) {
    throw new Error(`${address}: ${bytes} bytes compressed, more than ${mostStableBytes}`);
  }
}

async function bundleStable(folder) {
  const files = {};
  for (const [address, source] of Object.entries(stableSources)) {
    const file = address.slice(1);
    await esbuild.build({
      entryPoints: [join(here, source)],
      outfile: join(folder, file),
      bundle: true,
      format: 'esm',
      minify: true,
      legalComments: 'eof',
      target,
      plugins: [styleAsText],
      logLevel: 'warning',
    });
    await checkWeight(address, join(folder, file));
    files[address] = file;
  }
  return files;
}

// What a page loads: its own script, and ahead of time the scripts which that one imports.
function addressesFor(page, outputs, icon) {
  const script = outputs.find((one) => one.source === `${page.fields.script}.ts`);
  const style = outputs.find((one) => one.source === 'page.css');
  const preloads = script.imports.map((file) => `<link rel="modulepreload" href="/${file}" />`);
  return {
    style: `/${style.file}`,
    script: `/${script.file}`,
    icon: `/${icon}`,
    preloads: preloads.join('\n    '),
  };
}

async function writePages(pages, outputs, icon, folder) {
  const manifest = { pages: {}, templates: {} };
  const layout = await readLayout(join(here, 'pages'));
  for (const page of pages) {
    await writeFile(
      join(folder, page.name),
      fillLayout(layout, page, addressesFor(page, outputs, icon)),
    );
    if (page.fields.path) manifest.pages[page.fields.path] = page.name;
    else manifest.templates[page.fields.template] = page.name;
  }
  return manifest;
}

/** Builds everything anew into `folder` and answers the manifest. */
export async function build(folder = outputFolder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  const pages = await readPages(join(here, 'pages'));
  const outputs = await bundlePages([...new Set(pages.map((page) => page.fields.script))], folder);
  const assets = await copyAssets(folder);
  const written = await writePages(pages, outputs, assets['icon.svg'], folder);
  const files = [...outputs.map((one) => one.file), ...Object.values(assets)].sort();
  const manifest = {
    ...written,
    files: Object.fromEntries(files.map((file) => [`/${file}`, file])),
    // What browsers ask for where a page names no icon: beside a feed, or JSON.
    stable: { ...(await bundleStable(folder)), '/favicon.ico': assets['icon.svg'] },
  };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pages, templates, files, stable } = await build();
  const count = Object.keys(pages).length + Object.keys(templates).length;
  console.log(
    `${count} pages, ${Object.keys(files).length} files in ${relative(process.cwd(), outputFolder)}`,
  );
  for (const address of Object.keys(stableSources)) {
    const file = stable[address];
    const bytes = await compressedBytes(join(outputFolder, file));
    console.log(`${address}: ${bytes} of ${mostStableBytes} bytes compressed`);
  }
}
