import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** As V8's own extension takes it (`src/extensions/gc-extension.cc`). */
type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Frees what nobody holds any more. The engine lets its heap grow while much is made and tidies up when nothing has happened for
 * long; until then another process lacks the memory. As a last resort, since after any other collection V8 keeps the freed pages
 * for itself for eight seconds. It takes some tenths of a second for ten thousand articles.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as Collect)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
