import type { RecordKind } from '../export/help-desk.ts';
import type { JsonRecord } from '../export/json-records.ts';

/**
 * What a record of Zendesk's Help Center API is, by the fields that only it has: those of its documentation for
 * articles, sections, categories and translations. Community posts and topics have others.
 */
export function zendeskKind({ list, record }: JsonRecord): RecordKind | undefined {
  const has = (...names: string[]): boolean => names.every((name) => name in record);
  if (has('collectionId') || has('workspace_id')) return undefined;
  if (has('placeholder') && Array.isArray(record.variants)) return 'placeholder';
  if (list === 'locale' && has('id', 'locale', 'name') && !has('html_url')) return 'locale';
  // Comments have a source too, but no title.
  if (has('source_id', 'source_type', 'locale')) return has('title') ? 'translation' : undefined;
  if (typeof record.result_type === 'string') return record.result_type === 'article' ? 'article' : undefined;
  if (has('topic_id') || has('article_id')) return undefined;
  const address = addressOf(record);
  const hasText = has('title') || has('body');
  if (has('section_id') && (hasText || has('id'))) return 'article';
  if (hasText && (address === 'articles' || has('user_segment_id') || has('source_locale'))) return 'article';
  if (list === 'article' && (has('html_url') || has('user_segment_id') || has('source_locale'))) return 'article';
  if (!has('name')) return undefined;
  if (list === 'section' || address === 'sections' || (has('category_id') && (has('position') || has('locale'))))
    return 'section';
  if (address === 'categories' || (list === 'category' && (has('html_url') || has('source_locale')))) return 'category';
  return undefined;
}

/** Which list of a help center the address of a record is in. */
function addressOf({ html_url, url }: JsonRecord['record']): string | undefined {
  return [html_url, url]
    .map((one) =>
      typeof one === 'string'
        ? /\/(?:hc|help_center)\/(?:[\w-]{2,12}\/)?(articles|sections|categories)\//.exec(one)?.[1]
        : undefined,
    )
    .find(Boolean);
}
