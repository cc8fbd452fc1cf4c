/** An answer that an agent puts into a reply. */
export interface Citation {
  title: string;
  /** Heading of the section that answers; '' when the article's beginning does. */
  section: string;
  /** The permanent link, full. */
  url: string;
  passage: string;
}

export const FORMATS = ['link', 'rich', 'markdown', 'text', 'passage'] as const;
export type Format = (typeof FORMATS)[number];

/** What goes onto the clipboard: plain text, and for programs that take it the same as HTML. */
export interface Copied {
  text: string;
  html?: string;
}

/** One or several answers in the form a reply needs. */
export function cite(citations: Citation[], format: Format): Copied {
  switch (format) {
    case 'link':
      return { text: citations.map(({ url }) => url).join('\n') };
    case 'rich':
      return {
        text: lines(citations),
        html: citations.length === 1 ? anchor(citations[0]!) : `<ul>${citations.map((one) => `<li>${anchor(one)}</li>`).join('')}</ul>`,
      };
    case 'markdown':
      return { text: citations.map((one) => `${citations.length > 1 ? '- ' : ''}[${escapeMarkdown(name(one))}](${one.url})`).join('\n') };
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

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
