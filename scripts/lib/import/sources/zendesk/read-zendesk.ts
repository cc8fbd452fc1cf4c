import { day } from '../days.ts';
import type { HelpDesk, HelpDeskExport } from '../export/help-desk.ts';
import { emptySite } from '../export/json-files.ts';
import { passagesTwice } from '../export/repeated-passages.ts';
import { severalCenters } from '../export/several-centers.ts';
import { shownMarkdown } from '../export/shown-markdown.ts';
import { leftOutAsTooLarge } from '../export/too-large.ts';
import { localeCode } from '../locale-code.ts';
import { shortLocales } from '../short-locales.ts';
import type { Note, SourceArticle, SourcePart, SourceSite } from '../source.ts';
import { collect, type ZendeskExport } from './collect.ts';
import { type DynamicContent, readDynamicContent, titleWithContent, withDynamicContent } from './dynamic-content.ts';
import { emptyGroups, missingGroups } from './gaps.ts';
import { ancestry, keepPlaces, place } from './places.ts';
import { zendeskKind } from './record-kind.ts';
import { isRestricted, type ZendeskArticle, type ZendeskGroup, type ZendeskTranslation } from './schema.ts';
import { addressesOf, groupText, hasText, textsOf } from './texts.ts';

/** Zendesk Guide, by the answers of its Help Center API. */
export const zendesk: HelpDesk = {
  kind: 'zendesk',
  name: 'Zendesk',
  kindOf: zendeskKind,
  lists: { article: 'article', section: 'section', category: 'category', translation: 'translation' },
  read: readZendesk,
};

/** Reads the saved answers of Zendesk's articles, sections, categories and translations endpoints. */
function readZendesk(records: HelpDeskExport): SourceSite {
  const site = emptySite('zendesk', records);
  const { skipped } = site;
  const data = collect(records, skipped);
  const content = readDynamicContent(records, site);
  const used = new Map<string, number>();
  const drafts: { source: ZendeskArticle; text: ZendeskTranslation }[] = [];
  for (const [id, versions] of data.articles) {
    // One restricted version is enough: what somebody wanted to hide never comes out.
    if (versions.some(isRestricted)) {
      skipped.push({ origin: `article ${id}`, reason: 'restricted', detail: 'only some readers may see it', id });
      continue;
    }
    const source = versions[0] as ZendeskArticle;
    const texts = textsOf(versions, data.translations.get(`article:${id}`) ?? []);
    if (!texts.some(hasText))
      skipped.push({ origin: `article ${id}`, reason: 'no-text', detail: 'no language has a title and a text', id });
    for (const text of texts) {
      if (!hasText(text)) {
        if (texts.some(hasText))
          skipped.push({
            origin: `article ${id} (${text.locale})`,
            reason: 'no-text',
            detail: 'it has neither a title nor a text in this language',
          });
        continue;
      }
      used.set(localeCode(text.locale), (used.get(localeCode(text.locale)) ?? 0) + 1);
      drafts.push({ source, text });
    }
  }
  const codes = shortLocales(used.keys());
  site.locales = [...used]
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([locale]) => codes.get(locale) ?? locale);
  drafts.sort((one, other) => place(one.source, data) - place(other.source, data));
  for (const { source, text } of drafts) {
    const locale = codes.get(localeCode(text.locale)) ?? localeCode(text.locale);
    const origin = `article ${source.id} (${text.locale})`;
    if (leftOutAsTooLarge(site, text.body ?? '', { origin, title: text.title ?? undefined, id: source.id })) continue;
    site.articles.push(withContent(articleOf(source, text, locale, data, site), content));
  }
  keepPlaces(site, drafts);
  site.popular = [...new Set(drafts.filter(({ source }) => source.promoted).map(({ source }) => source.id))]
    .filter((id) => site.articles.some((article) => article.id === id && !article.draft))
    .slice(0, 8);
  const readable = [...data.articles.values()].flat().filter((article) => !isRestricted(article));
  site.origin = originOf(readable);
  const sections = new Set(
    drafts.flatMap(({ source }) =>
      ancestry(source.section_id ?? undefined, data.sections).flatMap(([group]) => group?.id ?? []),
    ),
  );
  skipped.push(...emptyGroups(site, sections, data));
  site.notes.push(
    ...missingGroups(readable, data),
    ...severalCenters(readable, ({ html_url }) => html_url),
    ...passagesTwice(site.articles, 'Zendesk’s API writes content blocks out, so no export can tell what was one'),
  );
  return site;
}

function withContent(article: SourceArticle, content: DynamicContent): SourceArticle {
  const parts: SourcePart[] = [];
  const place = { content, locale: article.locale, notes: article.notes, parts };
  return {
    ...article,
    title: titleWithContent(article.title, place),
    body: withDynamicContent(article.body, place),
    parts,
  };
}

function articleOf(
  source: ZendeskArticle,
  text: ZendeskTranslation,
  locale: string,
  data: ZendeskExport,
  site: SourceSite,
): SourceArticle {
  const sectionName = (versions: ZendeskGroup[]): string | undefined =>
    groupText(versions, data.translations.get(`section:${versions[0]?.id}`) ?? [], text.locale).title;
  const sections = ancestry(source.section_id ?? undefined, data.sections);
  const top = sections.at(-1);
  const category = top?.[0]?.category_id ? data.categories.get(top[0].category_id) : undefined;
  const key = category?.[0]?.id ?? 'general';
  if (!site.categories.some((one) => one.key === key && one.locale === locale)) {
    const inside = [...data.sections.values()].filter(
      (versions) => ancestry(versions[0]?.id, data.sections).at(-1)?.[0]?.category_id === key,
    );
    const name = groupText(category ?? [], data.translations.get(`category:${key}`) ?? [], text.locale);
    site.categories.push({
      key,
      locale,
      title: name.title ?? 'General',
      description: name.description,
      order: (category?.[0]?.position ?? 99) * 10,
      aliases: category
        ? [
            ...addressesOf('categories', category, text.locale, name.title),
            ...inside.flatMap((versions) => addressesOf('sections', versions, text.locale, sectionName(versions))),
          ]
        : [],
    });
  }
  const names = sections.map(sectionName);
  const notes: Note[] = text.outdated
    ? [
        {
          level: 'changed',
          kind: 'translation-outdated',
          detail: 'Zendesk marks this translation as older than the original',
        },
      ]
    : [];
  return {
    id: source.id,
    locale,
    category: key,
    section:
      names
        .filter((name) => name !== undefined)
        .reverse()
        .join(' – ') || undefined,
    title: text.title?.trim() || `Article ${source.id}`,
    format: 'html',
    body: text.body ?? '',
    updated: day(source.edited_at ?? text.updated_at ?? source.updated_at),
    keywords: source.label_names ?? [],
    related: [],
    draft: text.draft ?? source.draft ?? false,
    aliases: addressesOf(
      'articles',
      [
        {
          ...source,
          locale: text.locale,
          html_url:
            text.html_url ?? (localeCode(source.locale ?? '') === localeCode(text.locale) ? source.html_url : null),
        },
      ],
      text.locale,
      text.title ?? undefined,
    ),
    origin: `article ${source.id} (${text.locale})`,
    folder: '',
    notes: [...notes, ...shownMarkdown(text.body ?? '')],
  };
}

function originOf(articles: ZendeskArticle[]): string | undefined {
  const address = articles
    .map((article) => article.html_url)
    .find((url) => url && URL.canParse(url) && /^https?:/.test(url));
  return address ? new URL(address).origin : undefined;
}
