import type { Hit } from '../search/core/types.ts';
import { escapeHtml } from '../site/escape-html.ts';
import { permalinkOfHit } from '../site/urls.ts';

/** Characters of an answer's passage at most. */
export const PASSAGE = 300;

/** An answer that an agent puts into a reply. */
export interface Citation {
  title: string;
  /** Heading of the section that answers; '' when the article's beginning does. */
  section: string;
  /** The permalink, full. */
  url: string;
  passage: string;
}

export const FORMATS = ['link', 'rich', 'markdown', 'text', 'passage'] as const;
export type Format = (typeof FORMATS)[number];

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
    url: permalinkOfHit(root, hit),
    passage: hit.passage.text,
  };
}

/** One or several answers in the form a reply needs. */
export function cite(citations: Citation[], format: Format): ClipboardContent {
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
          .map((one) => `${citations.length > 1 ? '- ' : ''}[${escapeMarkdown(name(one))}](${one.url})`)
          .join('\n'),
      };
    case 'text':
      return { text: lines(citations) };
    case 'passage':
      return { text: citations.map(({ passage, url }) => `${passage}\n${url}`).join('\n\n') };
  }
}

function lines(citations: Citation[]): string {
  return citations.map((one) => `${name(one)}: ${one.url}`).join('\n');
}

function name({ title, section }: Citation): string {
  return section ? `${title} – ${section}` : title;
}

function anchor(one: Citation): string {
  return `<a href="${escapeHtml(one.url)}">${escapeHtml(name(one))}</a>`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
