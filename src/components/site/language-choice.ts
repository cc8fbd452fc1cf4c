import { belowBase, PERMALINK_LANGUAGE } from '../../site/urls.ts';
import { browserStorage } from '../guarded-storage.ts';

/** language-boot.js reads it before the first paint, and offers nothing once there is a choice. */
const KEY = 'signpost:language';

/** Notes the language that a visitor chose, in the menu, by the offer or by closing it. */
function remember(tag: string): void {
  browserStorage.set(KEY, tag);
}

/** Lets a link to the page in another language lead to the question and the section that are being read. */
function keepPlace(link: HTMLAnchorElement): void {
  const [locale] = belowBase(import.meta.env.BASE_URL, link.pathname)?.split('/') ?? [];
  const permalink = document.querySelector<HTMLElement>('[data-permalink]')?.dataset.permalink;
  const section = [...document.querySelectorAll('.prose :is(h2, h3)[id]')]
    .filter((heading) => scrollY > 0 && heading.getBoundingClientRect().top < innerHeight / 3)
    .at(-1)?.id;
  if (!section) link.search = location.search;
  // A translation has words of its own for it, which the permalink knows.
  else if (permalink && locale && link.hreflang === link.lang)
    link.href = `${new URL(permalink).pathname}?${PERMALINK_LANGUAGE}=${locale}#${section}`;
  else link.hash = section;
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.menu [hreflang]')) {
  const { href } = link;
  link.addEventListener('click', () => {
    link.href = href;
    keepPlace(link);
    remember(link.lang);
  });
}

const place = document.querySelector<HTMLElement>('.offer');
if (place)
  import('./language-offer.ts')
    .then(({ showOffer }) => showOffer(place, remember))
    // Without its text the offer is nothing but an empty line.
    .catch(() => place.remove());
