import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minifySync } from 'vite';

/**
 * The scripts that stand in a page itself, as the page holds them. As files they would come too late for what they do:
 * the first blocks the parser and with it, since browsers preload nothing behind a policy stated in the page, every
 * style and script named after it, by a whole round trip on each page.
 */
export const inlineScripts = {
  frameGuard: minified('frame-guard.js'),
  themeBoot: minified('theme-boot.js'),
  panelBoot: minified('panel-boot.js'),
  preloadIndex: minified('preload-index.js'),
  languageBoot: minified('language-boot.js'),
  noticesBoot: minified('notices-boot.js'),
  variantsBoot: minified('variants-boot.js'),
  /** Runs in no page of the site, only in bookmarks made of it. */
  bookmarklet: minified('../agents/bookmarklet.js'),
};

/** The inline script as the policy names it; it allows no other. */
export function inlineSource(name: keyof typeof inlineScripts): string {
  return hashSource(inlineScripts[name]);
}

/** The script of this text as a policy names it. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function minified(name: string): string {
  const file = new URL(`../components/site/${name}`, import.meta.url);
  return minifySync(name, readFileSync(file, 'utf8')).code;
}
