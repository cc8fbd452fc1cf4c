import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import type { SourceSite } from '../source.ts';

const address =
  /(https?:\/\/[^/\s"'()<>]+)?\/hc\/([a-z]{2,3}(?:-[a-z0-9]+)?)\/articles\/(\d{6,})((?:-[^\s"'()<>#?[\]\\]*)?)/gi;

/** Characters of a title in an address; Zendesk's are shorter. */
const LONGEST_TITLE = 300;

/**
 * Markdown that came out of Zendesk keeps its article numbers, and its links show the old addresses.
 * Each form found is kept for the article it leads to, with the form that Zendesk makes from the title.
 */
export function zendeskAddresses(site: SourceSite): void {
  const byId = new Map(
    site.articles.filter((article) => /^\d{6,}$/.test(article.id)).map((article) => [article.id, article]),
  );
  if (byId.size === 0) return;
  const hosts = new Map<string, number>();
  const locales = new Map<string, number>();
  const forms = new Map<string, Set<string>>();
  for (const article of site.articles) {
    for (const [, host, locale = '', id = '', rest = ''] of article.body.matchAll(address)) {
      if (!byId.has(id)) continue;
      if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1);
      locales.set(locale, (locales.get(locale) ?? 0) + 1);
      const known = forms.get(id) ?? new Set();
      known.add(
        `/hc/${locale.toLowerCase()}/articles/${id}${safeDecode(rest.slice(0, LONGEST_TITLE)).replace(/[.,;:!?]+$/, '')}`,
      );
      forms.set(id, known);
    }
  }
  const locale = mostFrequent(locales);
  if (!locale) return;
  site.origin ??= mostFrequent(hosts);
  sectionAddresses(site);
  for (const [id, article] of byId) {
    const plain = `/hc/${locale}/articles/${id}`;
    article.aliases = [
      ...new Set([...article.aliases, plain, `${plain}-${zendeskSlug(article.title)}`, ...(forms.get(id) ?? [])]),
    ];
  }
}

/** Addresses of sections and categories lead to the category that has a folder of that name. */
function sectionAddresses(site: SourceSite): void {
  const pattern = /\/hc\/[a-z]{2,3}(?:-[a-z0-9]+)?\/(?:sections|categories)\/\d{6,}-([^\s"'()<>#?[\]\\]+)/gi;
  for (const article of site.articles) {
    for (const [path, name = ''] of article.body.matchAll(pattern)) {
      const named = site.articles.find((one) => one.section && zendeskSlug(one.section) === safeDecode(name));
      const category = site.categories.find((one) =>
        named ? one.key === named.category && one.locale === named.locale : zendeskSlug(one.title) === safeDecode(name),
      );
      if (category && !category.aliases.includes(safeDecode(path))) category.aliases.push(safeDecode(path));
    }
  }
}

/** The words of a title as Zendesk writes them into addresses: everything but letters and digits becomes one hyphen. */
export function zendeskSlug(title: string): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+/, '');
}

function mostFrequent(counts: Map<string, number>): string | undefined {
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
