import { safeDecode } from './safe-decode.ts';
import { belowBase, permalinkFolder } from './urls.ts';

/** What the address of a missing page still tells. */
export interface PathKeywords {
  /** The first of `locales` that the path begins with. */
  locale: string | undefined;
  /** The keywords of the path, fit for a search; '' when there are none. */
  keywords: string;
}

/** Endings of files and the numbers of old help centers say nothing about the subject. */
const NOISE = /^(hc|articles?|sections?|categor(y|ies)|help|support|faq|kb|index|html?|php|aspx?|md|\d{4,})$/i;

/** Reads the keywords out of an address: `/en/billing/get-refund.html` gives “billing get refund”. */
export function pathKeywords(pathname: string, base: string, locales: string[]): PathKeywords {
  const path = safeDecode(belowBase(base, pathname) ?? pathname);
  const parts = path.split('/').filter(Boolean);
  const locale = locales.find((one) => one === parts[0]?.toLowerCase());
  const keywords = (locale ? parts.slice(1) : parts)
    // The language of an old help center, or the folder of the permalinks.
    .filter((part) => !/^[a-z]{2}-[a-z]{2}$/i.test(part) && permalinkFolder('') !== `${part.toLowerCase()}/`)
    .flatMap((part) => part.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word && !NOISE.test(word));
  return { locale, keywords: [...new Set(keywords)].slice(0, 12).join(' ') };
}
