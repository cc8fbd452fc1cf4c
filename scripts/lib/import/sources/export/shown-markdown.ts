import type { Note } from '../source.ts';

/**
 * Names HTML in which somebody wrote Markdown, such as `<p>- one\n- two **bold**</p>`: readers saw the marks as they
 * stand, in one line, and so they come over.
 */
export function shownMarkdown(html: string): Note[] {
  const isShown = html
    .replace(/<(pre|code|script|style)\b[^<>]*>[^<]*/gi, ' ')
    .split(/<[^<>]*>/)
    .some(
      (text) =>
        (text.match(/\n[ \t]*[-*+] /g)?.length ?? 0) > 1 ||
        /\*\*[^*\s][^*]{0,200}\*\*/.test(text) ||
        /\]\(https?:\/\//.test(text),
    );
  if (!isShown) return [];
  return [
    {
      level: 'changed',
      kind: 'markdown-shown-as-text',
      detail:
        'Markdown stands in its HTML, such as **words** or lines that begin with -; readers saw these marks, and they stay as they are: write what was meant',
    },
  ];
}
