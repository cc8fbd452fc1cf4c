import { embeddedVideo } from '../../../src/markdown/embedded-videos.ts';
import { visitSource } from '../../../src/markdown/visit-source.ts';
import { safeDecodeUri } from '../../../src/site/safe-decode.ts';

/**
 * The text of an article as it can be read anywhere: links between articles get their full address (`resolve`
 * gives it, or undefined to leave a link alone), images that only the site has become their alternative text, and films
 * of other sites links to them.
 */
export function portableMarkdown(markdown: string, resolve: (target: string) => string | undefined): string {
  const edits: { start: number; end: number; text: string }[] = [];
  visitSource(markdown, ['link', 'image'], (node, start, end) => {
    const { url } = node;
    if (node.type === 'image') {
      const film = embeddedVideo(url);
      const isInLink = markdown.charAt(start - 1) === '[';
      if (film && !isInLink)
        edits.push({
          start,
          end,
          text: `[${markdown.slice(start + 2, markdown.lastIndexOf('](', end))}](${film.page})`,
        });
      else if (film || !/^https?:/i.test(url)) edits.push({ start, end, text: node.alt ?? '' });
      return;
    }
    const written = markdown.slice(start, end);
    const address = resolve(safeDecodeUri(url));
    const at = written.lastIndexOf(`](${url}`);
    if (address !== undefined && at >= 0)
      edits.push({ start: start + at + 2, end: start + at + 2 + url.length, text: address });
  });
  // From the end, so that earlier places stay where they were; an image inside a link is edited on its own.
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), markdown);
}
