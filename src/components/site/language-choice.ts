import { browserStorage } from '../guarded-storage.ts';

/** language-boot.js reads it before the first paint, and offers nothing once there is a choice. */
const KEY = 'signpost:language';

const place = document.querySelector<HTMLElement>('.offer');

/** Notes the language that a visitor chose, in the menu, by the offer or by closing it. */
function remember(tag: string): void {
  browserStorage.set(KEY, tag);
  // Browsers keep the page as it is left for whoever goes back to it.
  addEventListener('pagehide', () => place?.remove());
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.menu [hreflang]'))
  link.addEventListener('click', () => remember(link.lang));

if (place)
  import('./language-offer.ts')
    .then(({ showOffer }) => showOffer(place, remember))
    // Without its text the offer is nothing but an empty line.
    .catch(() => place.remove());
