// What the tests in a browser run: the indexer, the server, the pages, a browser. KIERTOON_BIN names the folder of the programs,
// KIERTOON_DATA the data folder with the built pages, CHROMIUM the browser.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = process.env.KIERTOON_BIN ?? join(root, 'build', 'release', 'bin');
const data = process.env.KIERTOON_DATA ?? join(root, 'data');
const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';

/** Of what is installed for the pages. */
export const library = createRequire(join(root, 'web', 'package.json'));

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isFound(program) {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** What is missing, each with what provides it; empty when the tests can run. */
export function missing() {
  const lacking = [
    [join(bin, 'kiertoon-indexer'), 'the build, or KIERTOON_BIN'],
    [join(bin, 'kiertoon-server'), 'the build, or KIERTOON_BIN'],
    [join(data, 'web', 'manifest.json'), 'script/web, or KIERTOON_DATA'],
    [join(root, 'web', 'node_modules', 'playwright-core'), 'script/web'],
    [join(root, 'web', 'node_modules', 'axe-core'), 'script/web'],
    [chromiumPath, 'script/bootstrap --tests, or CHROMIUM'],
  ].filter(([path]) => !existsSync(path));
  if (!isFound('pdftotext')) lacking.push(['pdftotext', 'script/bootstrap --tests']);
  return lacking.map(([what, provider]) => `there is no ${what}: ${provider} provides it`);
}

/** Indexes the example deeds, and those of `more`, files in JSON Lines. */
export async function buildIndex(index, ...more) {
  const folder = join(root, 'data', 'deeds');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const sources = [...names.map((name) => join(folder, name)), ...more];
  const options = ['build', '--source', ...sources, '--index', index, '--data', data];
  execFileSync(join(bin, 'kiertoon-indexer'), options, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Starts a server; port 0 takes any. `ended`, and what `stop` answers, is its exit code or the signal that ended it. */
export async function startServer(index, { port = 0, more = [] } = {}) {
  const options = ['--index', index, '--data', data, '--port', String(port), ...more];
  const server = spawn(join(bin, 'kiertoon-server'), options, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => {
    server.once('exit', (code, signal) => done(code ?? signal));
  });
  const origin = await new Promise((ready, failed) => {
    let said = '';
    server.stdout.on('data', (part) => {
      said += part;
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) ready(address);
    });
    void ended.then((code) => failed(new Error(`kiertoon-server ended with ${code}: ${said}`)));
  });
  const stop = () => {
    server.kill('SIGTERM');
    return ended;
  };
  return { origin, port: Number(new URL(origin).port), ended, stop };
}

/** A browser without a window. */
export function startBrowser() {
  const { chromium } = library('playwright-core');
  return chromium.launch({ executablePath: chromiumPath, args: flags });
}
