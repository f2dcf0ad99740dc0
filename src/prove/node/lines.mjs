// Reads contexts and writes answers, a line each; what engines print themselves goes to standard error.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

console.log = console.error;
console.info = console.error;
console.debug = console.error;
console.warn = console.error;

/** A file of the target whose folder is the argument. */
export function file(name) {
  return JSON.parse(readFileSync(join(process.argv[2], name), 'utf8'));
}

/** The version of an installed package. */
export function version(name) {
  return JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
}

/** Says what the engine is, then answers until the input ends. */
export async function answer(engine, version, decide) {
  const out = [JSON.stringify({ engine, version, runtime: `Node ${process.versions.node}` })];
  const flush = async () => {
    const text = out.join('\n') + '\n';
    out.length = 0;
    if (!process.stdout.write(text)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  };
  await flush();
  // A line may hold other separators of lines, which are escaped by the caller.
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    let flags;
    try {
      flags = decide(JSON.parse(line));
    } catch (e) {
      flags = { error: String(e) };
    }
    out.push(JSON.stringify(flags));
    if (out.length >= 256) {
      await flush();
    }
  }
  if (out.length > 0) {
    await flush();
  }
}
