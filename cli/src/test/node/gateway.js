// The gateway as a process, started by the launcher that users start it by.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 20_000;

/** Runs `./demarc` to its end. */
export async function demarc(...args) {
  const child = spawn(join(root, 'demarc'), args);
  let output = '';
  child.stdout.on('data', (piece) => (output += piece));
  child.stderr.on('data', (piece) => (output += piece));
  const exit = await new Promise((resolve) => child.on('close', resolve));
  return { exit, output };
}

/**
 * Starts `./demarc serve` and waits until it is ready. `config` makes the YAML of a config file out
 * of the data directory; without it the gateway starts as it does for a newcomer.
 */
export async function serve(config) {
  const place = await mkdtemp(join(tmpdir(), 'demarc-node-'));
  const data = join(place, 'data');
  const args = ['serve'];
  if (config) {
    const file = join(place, 'gateway.yaml');
    await writeFile(file, config(data));
    args.push('--config', file);
  } else {
    args.push('--data', data, '--listen', '127.0.0.1:0');
  }
  const child = spawn(join(root, 'demarc'), args);
  const printed = await untilReady(child);
  return {
    address: printed('ready '),
    base: `${printed('ready ')}/v1`,
    market: (market) => `${printed('ready ')}/m/${market}/v1`,
    key: printed('key '),
    apiKey: printed('api key '),
    log: join(data, 'log'),
    root,
    async stop() {
      const ended = new Promise((resolve) => child.on('close', resolve));
      const hung = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(hung);
      await rm(place, { recursive: true });
    },
  };
}

function untilReady(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    let diagnostics = '';
    const fail = (why) => reject(new Error(`the gateway ${why}:\n${output}${diagnostics}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`was not ready within ${START_MS} ms`);
    }, START_MS);
    child.on('close', (code) => fail(`ended with exit code ${code}`));
    child.stderr.on('data', (piece) => (diagnostics += piece));
    child.stdout.on('data', (piece) => {
      output += piece;
      if (/^ready .*\n/m.test(output)) {
        clearTimeout(timer);
        const lines = output.split('\n');
        resolve((prefix) => lines.find((l) => l.startsWith(prefix))?.slice(prefix.length).trim());
      }
    });
  });
}

/** What is published in a small log, one object per entry. */
export async function entries(log) {
  const checkpoint = await readFile(join(log, 'checkpoint'), 'utf8');
  const size = Number(checkpoint.split('\n')[1]);
  if (size >= 256) {
    throw new Error('this reader knows logs of one partial bundle only');
  }
  const bundle = await readFile(join(log, `tile/entries/000.p/${size}`));
  const found = [];
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at);
    found.push(JSON.parse(bundle.toString('utf8', at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return found;
}

/** Waits until a published entry fits; the bound only keeps a hang from lasting. */
export async function entry(log, fits) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = (await entries(log)).find(fits);
    if (found) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error('no such entry was published');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
