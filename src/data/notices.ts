import { notices } from 'virtual:signpost/notices';
import { noticeKey } from '../notices/notice-key.ts';
import { noticePeriod, noticePhase } from '../notices/notice-phase.ts';
import { type Localized, textFor } from '../schemas/localized.ts';
import type { Notice, Notices, Severity } from '../schemas/notices.ts';
import { pagesOfArticle } from './articles.ts';
import { defaultLocale, lang, site } from './site.ts';

/** A notice as pages hold it. */
export interface PageNotice {
  id: string;
  /** Under which closing it is remembered. */
  key: string;
  severity: Severity;
  text: string;
  /** The language of the text where it is not the page's. */
  written: string | undefined;
  /** Milliseconds since 1970. */
  from: number | undefined;
  until: number | undefined;
  categories: string[];
  link: { label: string; href: string } | undefined;
  /** Whether it is shown at the time of the build; scripts decide anew. */
  holds: boolean;
}

/** Where pages ask for notices that came after the build. */
export const live: Notices['live'] = notices.live;

/** The notices of a locale that are shown at `now` or soon after it, most important first. */
export async function noticesIn(locale: string, now = Date.now()): Promise<PageNotice[]> {
  const timed = notices.notices.map((notice) => {
    const period = noticePeriod(notice, site.timeZone);
    return { notice, ...period, phase: noticePhase(period, now) };
  });
  return Promise.all(
    timed
      .filter(({ phase }) => phase === 'soon' || phase === 'shown')
      .map(async ({ notice, from, until, phase }) => ({
        id: notice.id,
        key: noticeKey(notice.id, JSON.stringify(notice.text)),
        severity: notice.severity,
        text: textFor(notice.text, locale, defaultLocale),
        written: languageOf(notice.text, locale),
        from,
        until,
        categories: notice.categories ?? [],
        link: await linkOf(notice.link, locale),
        holds: phase === 'shown',
      })),
  );
}

/** The language a text falls back to; undefined where it is written in the page's, or for all of them. */
function languageOf(text: Localized, locale: string): string | undefined {
  if (typeof text === 'string' || text[locale] !== undefined) return undefined;
  const [written] = text[defaultLocale] === undefined ? Object.keys(text) : [defaultLocale];
  return written && lang(written);
}

/** No link to an article that has no page, such as a draft. */
async function linkOf(link: Notice['link'], locale: string): Promise<PageNotice['link']> {
  if (!link) return undefined;
  const pages = link.article === undefined ? [] : await pagesOfArticle(link.article);
  const page = pages.find((page) => page.locale === locale);
  const href = link.url ?? page?.href;
  return href === undefined ? undefined : { label: textFor(link.label, locale, defaultLocale), href };
}
