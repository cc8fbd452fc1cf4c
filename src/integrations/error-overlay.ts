import path from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { formatReport } from '../check/report.ts';
import type { HelpCenter, Problem } from '../content/types.ts';
import { escapeHtml } from '../site/escape-html.ts';

/** Milliseconds after which what stands on a page was seen; pages reload themselves sooner. */
const SEEN = 1_500;

/** One page in a browser. */
interface Browser {
  send(payload: ErrorPayload): void;
}

/**
 * Gives a function that shows errors over the page in the browser. Pages that come later get them too, until one has
 * kept them long enough to be read: errors found at the start wait for the first page, which may reload itself; a
 * writer who reloads the page to read on is not shown the same again, since the overlay cannot be closed otherwise.
 */
export function errorOverlay(
  browsers: Pick<ViteDevServer['ws'], 'on'>,
): (errors: readonly Problem[], center: HelpCenter) => void {
  let unseen: ErrorPayload | undefined;
  const connected = new Map<Browser, NodeJS.Timeout | undefined>();
  // Sent to each by itself: what is sent to all, Astro takes for Markdown and escapes once more.
  const tell = (browser: Browser): void => {
    if (unseen) browser.send(unseen);
    clearTimeout(connected.get(browser));
    connected.set(browser, unseen && setTimeout(() => (unseen = undefined), SEEN).unref());
  };
  browsers.on('vite:client:connect', (_, browser) => tell(browser));
  browsers.on('vite:client:disconnect', (_, browser) => {
    clearTimeout(connected.get(browser));
    connected.delete(browser);
  });
  return (errors, center) => {
    unseen = errors.length > 0 ? errorPayload(errors, center) : undefined;
    for (const browser of [...connected.keys()]) tell(browser);
  };
}

/**
 * Errors as Astro's overlay takes them: its message and hint are HTML, and what stands below "Stack Trace" is text. There
 * is no stack behind a mistake in content; the places where it is to be mended are what a stack would be read for.
 */
function errorPayload(errors: readonly Problem[], center: HelpCenter): ErrorPayload {
  const places = errors.map(({ file, line, column }) =>
    [path.join(center.root, file), line, column].filter((part) => part !== undefined).join(':'),
  );
  const err = {
    name: 'Content',
    title: errors.length === 1 ? 'A mistake in the content.' : `${errors.length} mistakes in the content.`,
    message: escapeHtml(formatReport(errors, center, { colour: false }).trim()),
    hint: 'Once it is mended and saved, this goes away by itself. Reload the page to read on meanwhile.',
    stack: [...new Set(places)].map((place) => `at ${place}`).join('\n'),
  };
  return { type: 'error', err };
}
