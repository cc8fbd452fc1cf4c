import type { Hit } from '../search/core/types.ts';
import { escapeHtml, escapeHtmlText } from '../site/escape-html.ts';
import { permalinkOfHit } from '../site/urls.ts';
import type { Quotation } from './quotation.ts';

/** Characters of an answer's passage at most. */
export const PASSAGE = 300;

/** An answer that an agent puts into a reply. */
export interface Citation {
  title: string;
  /** Heading of the section that answers; '' when the article's beginning does. */
  section: string;
  /** For whom it is, in the words of the site; left out where it is for everybody. */
  variants?: string[];
  /** The permalink, full; where the answer is for some, it shows the article as for them. */
  url: string;
  passage: string;
}

export const FORMATS = ['link', 'rich', 'markdown', 'text', 'passage', 'quote'] as const;
export type Format = (typeof FORMATS)[number];

/** How a reply is written: rich text is edited as plain text, and gets its links and lists when it is taken along. */
export type Markup = 'text' | 'markdown' | 'rich';

/** What goes onto the clipboard: plain text, and for programs that take it the same as HTML. */
export interface ClipboardContent {
  text: string;
  html?: string;
}

/** Cites what a search found. @param root The site's public address with its base path. */
export function citationOf(hit: Hit, root: string): Citation {
  return {
    title: hit.title,
    section: hit.headings.at(-1) ?? '',
    ...(hit.variants && { variants: hit.variants.map(({ label }) => label) }),
    url: permalinkOfHit(root, hit),
    passage: hit.passage.text,
  };
}

/** One or several answers in the form a reply needs. */
export function cite(citations: readonly (Citation & Quotation)[], format: Format): ClipboardContent {
  switch (format) {
    case 'link':
      return { text: citations.map(({ url }) => url).join('\n') };
    case 'rich':
      return {
        text: lines(citations),
        html:
          citations.length === 1
            ? anchor(citations[0]!)
            : `<ul>${citations.map((one) => `<li>${anchor(one)}</li>`).join('')}</ul>`,
      };
    case 'markdown':
      return {
        text: citations
          .map((one) => `${citations.length > 1 ? '- ' : ''}[${escapeMarkdown(nameOf(one))}](${one.url})`)
          .join('\n'),
      };
    case 'text':
      return { text: lines(citations) };
    case 'passage':
      return { text: citations.map(({ passage, url }) => `${passage}\n${url}`).join('\n\n') };
    case 'quote':
      return {
        text: citations.map(({ quote, quoteUrl }) => `${quote}\n${quoteUrl}`.trim()).join('\n\n'),
        html: citations.map((one) => `${blockquote(one.quote)}<p>${anchor(one, one.quoteUrl)}</p>`).join(''),
      };
  }
}

function blockquote(quote: string): string {
  return quote === '' ? '' : `<blockquote>${quote.split('\n').map(escapeHtmlText).join('<br>')}</blockquote>`;
}

function lines(citations: readonly Citation[]): string {
  return citations.map((one) => `${nameOf(one)}: ${one.url}`).join('\n');
}

/** How a reply is written where answers are copied in a format. */
export function markupOf(format: Format): Markup {
  return format === 'markdown' || format === 'rich' ? format : 'text';
}

/** What an answer is called: by its article, the section where one answers, and for whom it is where not for everybody. */
export function nameOf({ title, section, variants = [] }: Pick<Citation, 'title' | 'section' | 'variants'>): string {
  const name = section ? `${title} – ${section}` : title;
  return variants.length > 0 ? `${name} (${variants.join(', ')})` : name;
}

function anchor(one: Citation, url = one.url): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(nameOf(one))}</a>`;
}

/** Text in Markdown in which every sign is a sign, in any of its dialects. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~&|]|(?<=^\s*)[#+\-=:]|(?<=^\s*\d{1,9})[.)]/gm, '\\$&');
}
