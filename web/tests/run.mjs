// Bundles the tests beside this file and runs them with Node's own test runner. Arguments go to it.

import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const names = (await readdir(here)).filter((name) => name.endsWith('.test.ts'));
const folder = await mkdtemp(join(tmpdir(), 'kiertoon-web-tests-'));
let status = 1;
try {
  await esbuild.build({
    entryPoints: names.map((name) => join(here, name)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    inject: [join(here, 'browser.ts')],
    logLevel: 'warning',
  });
  const files = names.map((name) => join(folder, name.replace(/\.ts$/, '.mjs')));
  status = spawnSync(process.execPath, ['--test', ...process.argv.slice(2), ...files], {
    stdio: 'inherit',
  }).status;
} finally {
  await rm(folder, { recursive: true });
}
process.exit(status ?? 1);
