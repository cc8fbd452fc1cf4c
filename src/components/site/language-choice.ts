import { browserStorage } from '../guarded-storage.ts';

/** language-boot.js reads it before the first paint, and offers nothing once there is a choice. */
const KEY = 'signpost:language';

/** Notes the language that a visitor chose, in the menu, by the offer or by closing it. */
function remember(tag: string): void {
  browserStorage.set(KEY, tag);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.menu [hreflang]'))
  link.addEventListener('click', () => remember(link.lang));

const place = document.querySelector<HTMLElement>('.offer');
if (place)
  import('./language-offer.ts')
    .then(({ showOffer }) => showOffer(place, remember))
    // Without its text the offer is nothing but an empty line.
    .catch(() => place.remove());
