import { decodeEntities } from '../html-entities.ts';
import { localeCode } from '../locale-code.ts';
import { zendeskSlug } from './addresses.ts';
import { localeOf } from './collect.ts';
import type { ZendeskArticle, ZendeskGroup, ZendeskTranslation } from './schema.ts';

/** The texts of an article, one for each language: from the translations, else from the article itself. */
export function textsOf(versions: ZendeskArticle[], translations: ZendeskTranslation[]): ZendeskTranslation[] {
  const texts = new Map<string, ZendeskTranslation>();
  for (const text of translations) texts.set(localeCode(text.locale), text);
  for (const version of versions) {
    const locale = localeOf(version);
    if (texts.has(locale)) continue;
    texts.set(locale, {
      locale,
      title: version.title ?? version.name,
      body: version.body,
      draft: version.draft,
      html_url: version.html_url,
      updated_at: version.updated_at,
    } as ZendeskTranslation);
  }
  return [...texts.values()];
}

/** False for a translation that somebody began and never wrote. */
export function hasText({ title, body }: ZendeskTranslation): boolean {
  return Boolean((title ?? '').trim() || (body ?? '').trim());
}

/** Name and description of a section or category in a language, in its own language when it has no other. */
export function groupText(
  versions: ZendeskGroup[],
  translations: ZendeskTranslation[],
  locale: string,
): { title?: string; description?: string } {
  const translation = translations.find((one) => localeCode(one.locale) === localeCode(locale));
  const version = versions.find((one) => localeCode(one.locale ?? '') === localeCode(locale)) ?? versions[0];
  return {
    title: translation?.title?.trim() || version?.name?.trim() || undefined,
    description: plain(translation?.body ?? version?.description) || undefined,
  };
}

/** Old addresses: the one it had, with the title, and the one that only has the number. */
export function addressesOf(
  kind: 'articles' | 'sections' | 'categories',
  versions: { id: string; locale?: string | null; name?: string | null; html_url?: string | null }[],
  locale: string,
  title?: string,
): string[] {
  const own = versions.filter((one) => localeCode(one.locale ?? locale) === localeCode(locale));
  const id = versions[0]?.id;
  if (id === undefined) return [];
  const paths = own.flatMap((one) => [
    ...(one.html_url && URL.canParse(one.html_url) ? [new URL(one.html_url).pathname] : []),
  ]);
  if (title) paths.push(`/hc/${localeCode(locale)}/${kind}/${id}-${zendeskSlug(title)}`);
  return [...new Set([...paths, `/hc/${localeCode(locale)}/${kind}/${id}`])];
}

function plain(html: string | null | undefined): string {
  return decodeEntities((html ?? '').slice(0, 5000).replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
