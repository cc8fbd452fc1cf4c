import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveStatic } from './lib/serve-static.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    base: { type: 'string', default: '/' },
    out: { type: 'string', default: 'dist' },
  },
});
try {
  const { url } = await serveStatic(resolve(values.out), { base: values.base, port: Number(values.port) });
  console.log(`The built site is at ${url} — stop with Ctrl+C.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
