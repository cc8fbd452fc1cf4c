import type { Conversion, ConversionInput } from '../../../../scripts/lib/import/convert/conversion.ts';
import { convertArticle } from '../../../../scripts/lib/import/convert/convert-article.ts';
import type { LinkIndex } from '../../../../scripts/lib/import/convert/link-index.ts';

/** A link index that knows nothing but what a test names. */
function linkIndex(known: Partial<LinkIndex> = {}): LinkIndex {
  return {
    kind: 'zendesk',
    base: '/help/',
    targets: new Map(),
    restricted: new Set(),
    files: new Map(),
    assetFolders: [''],
    downloads: new Map(),
    tabNames: new Map(),
    ...known,
  };
}

/** Converts a piece of HTML or Markdown as an article named "Title". */
export function convert(
  body: string,
  format: ConversionInput['format'] = 'html',
  known: Partial<LinkIndex> = {},
): Conversion {
  return convertArticle({ id: 'this', locale: 'en', title: 'Title', format, body, folder: 'docs' }, linkIndex(known));
}

export function markdownOf(
  body: string,
  format: ConversionInput['format'] = 'html',
  known: Partial<LinkIndex> = {},
): string {
  return convert(body, format, known).markdown.trim();
}
