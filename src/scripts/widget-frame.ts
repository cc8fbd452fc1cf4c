import { readConfig } from '../components/search/box-config.ts';
import { element } from '../components/search/element.ts';
import { originAllowed } from '../support/widget-origins.ts';

const SHOWN = 4;
/** Characters of a passage that nobody reads here. */
const PASSAGE = 80;

const place = document.querySelector<HTMLElement>('[data-widget-frame]');
const form = place?.querySelector<HTMLFormElement>('[data-search-box]');
const context = new URLSearchParams(location.search).get('context')?.trim().slice(0, 200);
if (place && form) {
  if (context) void suggest(place, form, context);
  listen(place, form);
}

/** Shows the articles that fit the page around; without any, the popular ones stay. */
async function suggest(place: HTMLElement, form: HTMLFormElement, words: string): Promise<void> {
  const { pageSession } = await import('../components/search/page-session.ts');
  const suggested = place.querySelector<HTMLElement>('[data-part="suggested"]');
  const popular = place.querySelector<HTMLElement>('[data-part="popular"]');
  const list = suggested?.querySelector('ul');
  if (!suggested || !popular || !list) return;
  const session = pageSession(readConfig(form).index, PASSAGE, ({ outcome, state }) => {
    if (state !== 'settled' || !outcome || outcome.hits.length === 0) return;
    list.replaceChildren(...outcome.hits.map(({ title, href }) => {
      const link = element('a', '', title);
      link.href = href;
      return element('li', '', link);
    }));
    suggested.hidden = false;
    popular.hidden = true;
  });
  session.search({ text: words, limit: SHOWN });
}

/** Searches for what the page around asks for, when that page is one of the owner's. */
function listen(place: HTMLElement, form: HTMLFormElement): void {
  const origins = JSON.parse(place.dataset['origins'] ?? '[]') as string[];
  addEventListener('message', ({ data, origin, source }: MessageEvent<{ signpost?: unknown; query?: unknown } | null>) => {
    if (source !== parent || !originAllowed(origin, [location.origin, ...origins])) return;
    const input = form.querySelector('input');
    if (data?.signpost !== 'search' || typeof data.query !== 'string' || !input) return;
    input.value = data.query.slice(0, 300);
    input.focus();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  if (parent !== window) parent.postMessage({ signpost: 'ready' }, '*');
}
