import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minifySync } from 'vite';

const file = new URL('../scripts/theme-boot.js', import.meta.url);

/**
 * What runs before the first paint, as a page holds it. It stands in the page itself: asked for as a file it held up
 * the parser, and with it, as browsers look no further ahead behind a policy stated in the page, every style and
 * script named after it, by a whole round trip on each page.
 */
export const bootScript = minifySync(file.pathname, readFileSync(file, 'utf8')).code;

/** The one inline script that the policy allows, as it names it. */
export const bootSource = `'sha256-${createHash('sha256').update(bootScript).digest('base64')}'`;
