import { reviewOf } from '../../agents/review.ts';
import { articlePages } from '../../data/articles.ts';
import { absolute, defaultLocale, locales, site } from '../../data/site.ts';
import { stringsOf } from '../../data/strings.ts';
import type { IndexLocation } from '../../search/browser/search-engine.ts';
import { indexPlace } from '../search/config.build.ts';
import type { AgentsConfig } from './config.ts';

export async function agentsConfig(locale: string): Promise<AgentsConfig> {
  const pages = (await articlePages()).filter((page) => !page.fallback);
  const reviews = (code: string) =>
    Object.fromEntries(pages.filter((page) => page.locale === code).map(({ id, entry }) => [id, reviewOf(entry.data)]));
  const strings = Object.entries(stringsOf(locale)).filter(([key]) => key.startsWith('agents.'));
  return {
    locale,
    defaultLocale,
    root: absolute(site.base),
    origins: site.agents.origins,
    indexes: Object.fromEntries(
      locales
        .map(({ code }) => [code, indexPlace(code)] as const)
        .filter((entry): entry is [string, IndexLocation] => entry[1] !== undefined),
    ),
    reviews: Object.fromEntries(locales.map(({ code }) => [code, reviews(code)])),
    strings: Object.fromEntries(strings),
  };
}
