import { stringify } from 'yaml';
import { helpFor } from '../../../src/content/field-help.ts';
import { fingerprint } from '../../../src/content/fingerprint.ts';
import { writtenText } from '../../../src/content/insert/places.ts';
import type { Article } from '../../../src/content/types.ts';
import { articleSchema } from '../../../src/schemas/article.ts';

/** Optional fields, with an example each, as a new file shows them. */
const OPTIONAL: Record<string, string> = {
  keywords: '[word customers use]',
  related: '[id-of-another-article]',
  section: 'Heading on the category page',
  updated: '2026-05-01',
  owner: 'Billing team',
  review_by: '2027-05-01',
  publish_at: '2026-06-01',
  expires_at: '2026-12-31',
  unlisted: 'true',
  aliases: '[/old/address]',
};

/** A new article: every field with its sentence of help, those that are not needed as comments. */
export function articleText({ title, id }: { title: string; id: string }): string {
  const help = (field: string): string => `# ${helpFor(articleSchema, [field])}`;
  const lines = [
    '---',
    help('title'),
    line('title', title),
    help('id'),
    line('id', id),
    help('description'),
    line('description', 'TODO: the answer in one sentence.'),
    `${help('draft')} Remove the line to publish.`,
    'draft: true',
    '',
    '# What else an article may have; remove the # to use a line.',
    ...Object.entries(OPTIONAL).flatMap(([field, example]) => [help(field), `# ${field}: ${example}`]),
    '---',
    '',
    'Answer first, in one or two sentences. Then the steps:',
    '',
    ':::steps',
    '1. Open **Settings**.',
    '2. Choose …',
    ':::',
    '',
    '## If that does not help',
    '',
    'What else may be the case, and the exact message that shows.',
    '',
  ];
  return lines.join('\n');
}

/** A translation to be written: the source's fields and text, with the fingerprints of what it is made from. */
export function translationText(source: Article): string {
  const { title, description, body } = writtenText(source);
  const lines = ['---', line('title', title), line('id', source.id), line('description', description)];
  if (source.keywords.length > 0) lines.push(line('keywords', source.keywords));
  if (source.related.length > 0) lines.push(line('related', source.related));
  lines.push(
    `source_hash: ${fingerprint(source, source)}`,
    'draft: true # Remove this line when the text below is translated.',
    '---',
    body,
  );
  return lines.join('\n');
}

function line(field: string, value: unknown): string {
  if (Array.isArray(value))
    return `${field}: [${value
      .map((each) => stringify(each, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd())
      .map((each) => (/^[^"'].*[,[\]{}]/.test(each) ? JSON.stringify(each) : each))
      .join(', ')}]`;
  return stringify({ [field]: value }, { lineWidth: 0 }).trimEnd();
}
