import { agents } from 'virtual:signpost/agents';
import type { ReplyWords } from '../../agents/reply.ts';
import type { ReportSettings } from '../../agents/report.ts';
import { absolute, defaultLocale, isRtl, locales, site, text } from '../../data/site.ts';
import { stringsOf } from '../../data/strings.ts';
import type { IndexLocation } from '../../search/browser/search-engine.ts';
import { issueTracker } from '../../site/issue-tracker.ts';
import { ownValue } from '../../site/own-value.ts';
import { indexPlace } from '../search/config.build.ts';
import type { AgentsConfig } from './config.ts';
import { reviewsInPage } from './reviews.build.ts';

export async function agentsConfig(locale: string): Promise<AgentsConfig> {
  const { reviews, files } = await reviewsInPage();
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
    reviews,
    ...(files && { reviewFiles: files }),
    words: Object.fromEntries(
      locales.map(({ code }) => [code, { ...wordsOf(code), direction: isRtl(code) ? 'rtl' : 'ltr' }]),
    ),
    reports: reportSettings(),
    strings: Object.fromEntries(strings),
  };
}

/** Where reports go: as the owner says, else into counting, else to the repository's issues. */
function reportSettings(): ReportSettings | undefined {
  const { to, includeQuestion } = site.agents.reports;
  if (site.counting && to !== 'issues') return { to: 'counting', includeQuestion: site.counting.includeQueries };
  const tracker = to === 'counting' ? undefined : issueTracker(site.edit);
  return tracker && { to: 'issues', includeQuestion, tracker };
}

/** What a reply in a language begins and ends with: as the owner writes it, else as the interface says it. */
function wordsOf(locale: string): ReplyWords {
  const company = text(site.name, locale);
  const written = (field: keyof ReplyWords): string => {
    const own = agents[field];
    const words = typeof own === 'object' ? ownValue(own, locale) : own;
    return (words ?? stringsOf(locale)[`agents.${field}`] ?? '').replaceAll('{company}', () => company);
  };
  return { greeting: written('greeting'), closing: written('closing') };
}
