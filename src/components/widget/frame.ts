import { originAllowed } from '../../site/origin-allowed.ts';
import { readConfig } from '../search/config.ts';
import { articleRow } from '../search/elements.ts';

const SHOWN = 4;
/** Characters of a passage that nobody reads here. */
const PASSAGE = 80;
/** Whoever waits longer for articles that fit (ms) sees the popular ones, which then stay. */
const PATIENCE = 1000;
/** Distinguishes our name of the frame from one that the page around it gave. */
const NAME_PREFIX = 'signpost:';

const place = document.querySelector<HTMLElement>('[data-widget-frame]');
const form = place?.querySelector<HTMLFormElement>('[data-search-box]');
const context = hostPageContext();
if (place && form) {
  if (context) void suggestInTime(place, form, context);
  listen(place, form);
}

/** Keeps the place of the popular articles while others are looked for, since rows must not change under the eye. */
async function suggestInTime(place: HTMLElement, form: HTMLFormElement, context: string): Promise<void> {
  const suggested = place.querySelector<HTMLElement>('[data-part="suggested"]');
  const popular = place.querySelector<HTMLElement>('[data-part="popular"]');
  if (!suggested || !popular) return;
  let late = false;
  popular.setAttribute('aria-busy', 'true');
  await Promise.race([
    suggest(suggested, popular, form, context, () => late).catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
  late = true;
  popular.removeAttribute('aria-busy');
}

/**
 * Shows the articles that fit the page around; without any, the popular ones stay. By keywords alone: what meaning needs
 * is several times the bytes, and is fetched when somebody asks.
 * @param late Whether the popular ones are on show already, and stay.
 */
async function suggest(
  suggested: HTMLElement,
  popular: HTMLElement,
  form: HTMLFormElement,
  context: string,
  late: () => boolean,
): Promise<void> {
  const { openSearchEngine } = await import('../../search/browser/search-engine.ts');
  const list = suggested.querySelector('ul');
  if (!list) return;
  const engine = await openSearchEngine(readConfig(form).index, false, PASSAGE);
  const ranked = await engine.lexical({ text: context, limit: SHOWN });
  const { hits } = await ranked.outcome();
  if (hits.length === 0 || late()) return;
  list.replaceChildren(...hits.map((hit) => articleRow(hit, popular.querySelector('.row'))));
  suggested.hidden = false;
  popular.hidden = true;
}

/** Searches for what the page around asks for, when that page is one of the owner's. */
function listen(place: HTMLElement, form: HTMLFormElement): void {
  const origins = JSON.parse(place.dataset.origins ?? '[]') as string[];
  addEventListener(
    'message',
    ({ data, origin, source }: MessageEvent<{ signpost?: unknown; query?: unknown } | null>) => {
      if (source !== parent || !originAllowed(origin, [location.origin, ...origins])) return;
      const input = form.querySelector('input');
      if (data?.signpost !== 'search' || typeof data.query !== 'string' || !input) return;
      input.value = data.query.slice(0, 300);
      input.focus();
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
  );
  if (parent === window) return;
  parent.postMessage({ signpost: 'ready' }, '*');
  // A keyboard on the glass would hide the articles.
  if (matchMedia('(pointer: fine)').matches) form.querySelector('input')?.focus();
}

/**
 * What the page around the widget is about, at most 200 characters; '' when it does not say. It says so once, in the
 * frame's first address. Kept in the frame's name, which stays with it from page to page even where browsers let
 * frames of other sites store nothing: whoever comes back from an article finds the same suggestions.
 */
function hostPageContext(): string {
  const told = new URLSearchParams(location.search).get('context');
  if (told !== null && parent !== window) window.name = NAME_PREFIX + told;
  const context = told ?? (window.name.startsWith(NAME_PREFIX) ? window.name.slice(NAME_PREFIX.length) : '');
  return context.trim().slice(0, 200);
}
