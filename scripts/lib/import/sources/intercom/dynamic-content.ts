import { z } from 'zod';
import type { HelpDeskExport } from '../export/help-desk.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import { valid } from '../records.ts';
import type { Skipped, SourceArticle } from '../source.ts';
import { markedValue } from '../value-marks.ts';

/** Dynamic content as Intercom's API lists it: a value within a line, or blocks of text, by language. */
const contentForm = z.looseObject({
  key: z.string().max(200),
  variations: z.array(
    z.looseObject({
      locale: z.string().regex(localeTag),
      brand_id: z.string().nullish(),
      text_content: z.string().nullish(),
      json_blocks: z.array(z.looseObject({ text: z.string().nullish() })).nullish(),
    }),
  ),
});

/** A shorter value stands in texts that mean another thing. Letters and digits. */
const LEAST = 6;

/**
 * The documentation of Intercom's API does not say how the body of an article names dynamic content; where the body has its words, they
 * are taken for it: a value becomes one that articles share, blocks a text that they share.
 */
export function markDynamicContent(records: HelpDeskExport, articles: SourceArticle[], skipped: Skipped[]): void {
  const found = valid(contentForm, records.of('placeholder'), 'dynamic content', skipped);
  if (found.length === 0) return;
  for (const article of articles) {
    const letters = lettersOf(article.body);
    for (const { key, variations } of found)
      for (const { locale, brand_id, text_content: value, json_blocks: blocks } of variations) {
        if (brand_id || localeCode(locale) !== article.locale) continue;
        if (value && lettersOf(value).length >= LEAST) article.body = withMarks(article.body, `dc.${key}`, value);
        const text = (blocks ?? []).flatMap((block) => block.text ?? []).join('\n\n');
        if (text && letters.includes(lettersOf(text)))
          (article.parts ??= []).push({ file: `dynamic-content/${key}`, text });
      }
  }
}

function withMarks(html: string, path: string, value: string): string {
  const marked = markedValue(path, value);
  if (marked === value) return html;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return html
    .split(/(<[^<>]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, () => marked)))
    .join('');
}

function lettersOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
