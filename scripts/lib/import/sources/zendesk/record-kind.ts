import type { RecordKind } from '../help-desk.ts';
import type { JsonRecord } from '../json-records.ts';

/**
 * What a record of Zendesk's Help Center API is, by the fields that only it has: those of its documentation for
 * articles, sections, categories and translations. Community posts and topics have others.
 */
export function zendeskKind({ list, record }: JsonRecord): RecordKind | undefined {
  const has = (...names: string[]): boolean => names.every((name) => name in record);
  if (has('collectionId') || has('workspace_id')) return undefined;
  if (has('source_id', 'source_type', 'locale')) return 'translation';
  if (typeof record.result_type === 'string') return record.result_type === 'article' ? 'article' : undefined;
  if (has('topic_id') || has('article_id')) return undefined;
  if (has('section_id') && (has('title') || has('body') || has('id'))) return 'article';
  if (list === 'article' && ['user_segment_id', 'html_url', 'source_locale'].some((name) => has(name)))
    return 'article';
  if (has('body', 'title') && (has('user_segment_id') || has('source_locale'))) return 'article';
  if ((list === 'section' && has('name')) || (has('category_id', 'name') && (has('position') || has('locale'))))
    return 'section';
  if (list === 'category' && (has('html_url') || has('source_locale'))) return 'category';
  if (has('name', 'position') && addressOf(record).includes('/categories/')) return 'category';
  return undefined;
}

function addressOf({ html_url, url }: JsonRecord['record']): string {
  return [html_url, url].filter((one) => typeof one === 'string').join(' ');
}
