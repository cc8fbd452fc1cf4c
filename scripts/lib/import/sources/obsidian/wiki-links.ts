import { posix } from 'node:path';
import { slug } from 'github-slugger';
import { isVideo } from '../../../../../src/markdown/videos.ts';
import { attachmentName, imageName } from '../assets.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { encodedAddress, escaped } from '../dialect/plain-text.ts';
import { videoMarkdown } from '../dialect/video-markdown.ts';
import type { Note } from '../source.ts';
import type { Vault } from './vault.ts';

/** `[[Note#Heading|Words]]` and `![[picture.png|300]]`; in a table the stroke is escaped. */
const link = /(!?)\[\[([^[\]|#^\n\\]{0,300})((?:#[^[\]|\n\\]{0,200})?)(?:\\?\|([^[\]\n]{0,500}))?\]\]/g;
/** `300` or `300x200`, which is the size of a picture. */
const size = /^\d{1,5}(?:x\d{1,5})?$/;

export interface Place {
  vault: Vault;
  /** The file that the text stands in. */
  file: string;
  notes: Note[];
}

/**
 * Writes links between notes as links of Markdown that begin at the top of the vault, and embedded pictures and files as
 * pictures and links. Embedded notes become a line of their own that `embedded` gives the text for.
 */
export function readWikiLinks(
  body: string,
  place: Place,
  embedded: (file: string, part: string) => string | undefined,
): string {
  return mapProse(body, (text) =>
    text.replace(link, (written, mark: string, name: string, part: string, words: string | undefined) => {
      const target = place.vault.find(name, place.file);
      if (mark) return embed({ written, name: name.trim(), part, words }, target, place, embedded);
      return plainLink({ written, name: name.trim(), part, words }, target, place);
    }),
  );
}

interface WikiLink {
  written: string;
  name: string;
  /** `#Heading`, `#^block` or nothing. */
  part: string;
  words: string | undefined;
}

/** Readers saw `Note > Heading` where no words were given. */
function plainLink(
  { written, name, part, words }: WikiLink,
  target: string | undefined,
  { file, notes }: Place,
): string {
  const parts = part.split('#').filter(Boolean);
  const label = words?.trim() || escaped([name, ...parts].filter(Boolean).join(' > '));
  if (target === undefined) {
    notes.push({ level: 'changed', kind: 'link-removed', detail: `${written} leads to no note; its words stay` });
    return label;
  }
  const last = parts.at(-1) ?? '';
  const anchor = last.startsWith('^') ? last.slice(1) : slug(last);
  const address = target === file ? '' : encodedAddress(`/${target}`).replaceAll('#', '%23').replaceAll('?', '%3F');
  return `[${label}](${address}${anchor ? `#${anchor}` : ''}${!address && !anchor ? `/${encodedAddress(file)}` : ''})`;
}

function embed(
  { written, name, part, words }: WikiLink,
  target: string | undefined,
  { notes }: Place,
  embedded: (file: string, part: string) => string | undefined,
): string {
  const shown = (words ?? '').split('|').filter((word) => word.trim() && !size.test(word.trim()));
  const alt = escaped(shown.join(' ').trim());
  if (imageName.test(name)) return `![${alt}](${encodedAddress(target ? `/${target}` : name)})`;
  const film = isVideo(name) ? videoMarkdown(target ? `/${target}` : name, shown.join(' ')) : undefined;
  if (film !== undefined) return film;
  if (target === undefined || /\.(?:canvas|base|excalidraw(?:\.md)?)$/i.test(target)) {
    notes.push({
      level: 'lost',
      kind: 'embed-missing',
      detail: `${written} showed ${target === undefined ? 'a note or file that is not among the files' : 'a drawing or a list that only Obsidian makes'}`,
    });
    return alt || escaped(name);
  }
  if (!/\.md$/i.test(target)) {
    if (!attachmentName.test(target))
      return `[${alt || escaped(posix.basename(target))}](${encodedAddress(`/${target}`)})`;
    notes.push({
      level: 'changed',
      kind: 'embed-to-link',
      detail: `${written}, which was shown in the text, became a link`,
    });
    return `[${alt || escaped(posix.basename(target))}](${encodedAddress(`/${target}`)})`;
  }
  const text = embedded(target, part);
  if (text !== undefined) return `\n\n${text.trim()}\n\n`;
  notes.push({
    level: 'lost',
    kind: 'embed-missing',
    detail: `the text that ${written} showed is not in that note, or stands in itself`,
  });
  return alt || escaped(name);
}

/** `[Words](Note.md)` and `![](picture.png)` may mean a file anywhere in the vault. */
export function readPlainLinks(body: string, { vault, file }: Place): string {
  return mapProse(body, (text) =>
    text.replace(/(\]\()(<[^<>\n]{1,500}>|[^\s()<>]{1,500})(?=[ \t)])/g, (written, before: string, address: string) => {
      const path = address.replace(/^<|>$/g, '');
      const way = /^[^#?]*/.exec(path)?.[0] ?? '';
      const anchor = path.slice(way.length);
      if (!way || /^[a-z][a-z\d+.-]*:|^\/\//i.test(way)) return written;
      const found = vault.find(decoded(way), file);
      return found === undefined ? written : `${before}${encodedAddress(`/${found}`)}${anchor}`;
    }),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
