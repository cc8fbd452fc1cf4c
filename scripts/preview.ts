import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHelpCenter } from '../src/content/read.ts';
import { contentRoot } from '../src/content/root.ts';
import { fail } from './lib/fail.ts';
import { serveStatic } from './lib/serve-static.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    out: { type: 'string', default: process.env['SIGNPOST_OUT'] ?? 'dist' },
  },
});
try {
  const { site } = await readHelpCenter(contentRoot());
  const { url } = await serveStatic(resolve(values.out), { base: site?.base ?? '/', port: Number(values.port) });
  console.log(`The built site is at ${url} — stop with Ctrl+C.`);
} catch (error) {
  fail(error);
}
