import { convertArticle, type Conversion, type ConversionInput } from '../../../../scripts/lib/import/convert/convert-article.ts';
import type { Places } from '../../../../scripts/lib/import/convert/link-index.ts';

/** Places that know nothing but what a test names. */
export function places(known: Partial<Places> = {}): Places {
  return { kind: 'zendesk', base: '/help/', targets: new Map(), restricted: new Set(), files: new Map(), downloads: new Map(), ...known };
}

/** Converts a piece of HTML or Markdown as an article named "Title". */
export function convert(body: string, format: ConversionInput['format'] = 'html', known: Partial<Places> = {}): Conversion {
  return convertArticle({ id: 'this', locale: 'en', title: 'Title', format, body, folder: 'docs' }, places(known));
}

export function markdownOf(body: string, format: ConversionInput['format'] = 'html', known: Partial<Places> = {}): string {
  return convert(body, format, known).markdown.trim();
}
