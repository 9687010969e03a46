// Runs the tests in a browser: node tests/browser/run.mjs [NAME...], for example `search deed`; without names all of them.
// Each file runs by itself, in a browser of its own and against one server; as many at a time as there are processors.

import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostileDeeds } from './hostile.mjs';
import { buildIndex, missing, startServer } from './programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));

async function filesToRun(names) {
  const all = (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort();
  const unknown = names.filter((name) => !all.includes(`${name}.test.mjs`));
  if (unknown.length) throw new Error(`there are no tests named ${unknown.join(', ')}`);
  return names.length ? names.map((name) => `${name}.test.mjs`) : all;
}

/** Whether all tests of a file passed. What they say is printed when they have ended, for other files run beside this one. */
async function runFile(file, env) {
  const began = Date.now();
  const child = spawn(process.execPath, ['--test', join(here, file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => said.push(part));
  }
  const code = await new Promise((done) => child.once('close', done));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${Buffer.concat(said)}${file} took ${seconds} s`);
  return code === 0;
}

/** The names of the files that failed. */
async function runFiles(files, env) {
  const waiting = [...files];
  const failed = [];
  const runner = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      if (!(await runFile(file, env))) failed.push(file);
    }
  };
  await Promise.all(cpus().map(runner));
  return failed;
}

async function runAll(files, folder) {
  const index = join(folder, 'index');
  const hostile = join(folder, 'hostile.jsonl');
  await writeFile(hostile, hostileDeeds.map((deed) => `${JSON.stringify(deed)}\n`).join(''));
  await buildIndex(index, hostile);
  const server = await startServer(index);
  const env = { KIERTOON_ORIGIN: server.origin, KIERTOON_INDEX_FOLDER: index };
  let failed = [];
  try {
    failed = await runFiles(files, env);
  } finally {
    const outcome = await server.stop();
    if (outcome !== 0) failed.push(`kiertoon-server, which ended with ${outcome}`);
  }
  return failed;
}

async function main() {
  const lacking = missing();
  if (lacking.length) {
    console.error(lacking.join('\n'));
    return 1;
  }
  const files = await filesToRun(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), 'kiertoon-browser-'));
  try {
    const failed = await runAll(files, folder);
    if (failed.length) console.error(`failed: ${failed.join(', ')}`);
    return failed.length ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

process.exit(await main());
