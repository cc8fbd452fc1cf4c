import { open, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import sharp from 'sharp';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { darkPicture } from '../../markdown/rehype-images.ts';
import { filmPath, isVideo, videoFiles } from '../../markdown/videos.ts';
import { brandFiles } from '../../schemas/look.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import { FILM_START, noFilm } from '../published/film-type.ts';
import { runningType } from '../published/running-type.ts';
import { svgHazard } from '../published/svg-hazards.ts';
import type { Rule, RuleContext } from '../rule.ts';

const PICTURE = /\.(png|jpe?g|gif|webp|avif|svg)$/i;
/** What the build can make a picture of a page from. */
const FORMATS = new Set(['png', 'jpeg', 'gif', 'webp', 'heif']);
/** Files that are looked at in parallel; decoding takes the most time. */
const AT_ONCE = 4;

type Finding = Pick<Problem, 'line' | 'found' | 'expected' | 'remedy'>;

export const publishedFile: Rule = {
  name: 'published-file',
  ensures: 'Each picture and film is one, and no file that is published runs in the site’s own origin.',
  always: true,
  async check(context) {
    const files = publishable(context);
    const problems: Problem[] = [];
    for (let from = 0; from < files.length; from += AT_ONCE) {
      const found = await Promise.all(
        files.slice(from, from + AT_ONCE).map(async (file): Promise<Problem[]> => {
          const finding = await findingOf(context.center, file);
          return finding ? [{ file, rule: 'published-file', ...finding, severity: 'error' }] : [];
        }),
      );
      problems.push(...found.flat());
    }
    return problems;
  },
};

/** The files for download, the pictures and films that pages show, the logo and the icons, and what the owner's sheet names. */
function publishable({ center, texts }: RuleContext): string[] {
  const files = new Set(center.files);
  const shown = texts.flatMap((page) =>
    page.references.flatMap(({ kind, target }) => {
      if (kind !== 'image' || target.startsWith('/')) return [];
      const film = filmPath(page.file, target);
      if (film !== undefined) return [film, videoFiles(film, '', (file) => files.has(file)).poster ?? []].flat();
      return withDark(posix.join(posix.dirname(page.file), safeDecode(target.replace(/[?#].*/s, ''))));
    }),
  );
  const brand = brandFiles(center.site ?? {}).map(({ file }) => file);
  const decoration = center.theme?.files.map(({ file }) => file) ?? [];
  const wanted = new Set([...shown, ...brand, ...decoration]);
  return center.files.filter((file) => file.startsWith('files/') || wanted.has(file));
}

/** A picture, and the one for dark pages that may lie beside it. */
function withDark(picture: string): string[] {
  return [picture, darkPicture(picture) ?? []].flat();
}

/** What was found in a file, as long as it is the same file: a content folder is checked again after each edit of an article. */
const known = new Map<string, { version: string; finding: Finding | undefined }>();

async function findingOf({ root }: HelpCenter, file: string): Promise<Finding | undefined> {
  const path = join(root, file);
  try {
    const { mtimeMs, size } = await stat(path);
    const version = `${mtimeMs} ${size}`;
    const former = known.get(path);
    if (former?.version === version) return former.finding;
    const finding = isVideo(file) ? await film(path) : await look(file, await readFile(path));
    known.set(path, { version, finding });
    return finding;
  } catch {
    return {
      line: 1,
      found: 'a file that cannot be opened',
      expected: 'a file this user may read',
      remedy: 'Check the file’s permissions and that it is not a broken link.',
    };
  }
}

async function look(file: string, bytes: Uint8Array): Promise<Finding | undefined> {
  if (/\.svgz?$/i.test(file)) return drawing(bytes);
  if (PICTURE.test(file)) return picture(bytes);
  const found = runningType(file, bytes);
  if (found === undefined) return undefined;
  return {
    line: 1,
    found,
    expected: 'documents, pictures, archives and the like; pages and scripts would see what visitors write here',
    remedy: 'Put the file into a ZIP archive and link to that, or show its text in an article.',
  };
}

/** Reads its beginning alone: a film may be larger than the memory. */
async function film(path: string): Promise<Finding | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(FILM_START), 0, FILM_START, 0);
    const found = noFilm(buffer.subarray(0, bytesRead));
    if (found === undefined) return undefined;
    return {
      line: 1,
      found,
      expected: 'a film as MP4 or WebM',
      remedy: found.includes('Git LFS') ? 'Run git lfs pull.' : 'Export the film again as MP4 (H.264), or replace it.',
    };
  } finally {
    await file.close();
  }
}

function drawing(bytes: Uint8Array): Finding | undefined {
  const hazard = svgHazard(new TextDecoder().decode(bytes));
  return (
    hazard && {
      ...hazard,
      expected: 'a drawing of shapes and texts, which runs and loads nothing',
      remedy: 'Export it again as a plain SVG (or as a PNG), or remove what is named.',
    }
  );
}

/** Decodes the whole picture, with the library that makes the pages' pictures: a good beginning may be all there is. */
async function picture(bytes: Uint8Array): Promise<Finding | undefined> {
  const finding = (found: string): Finding => ({
    line: 1,
    found,
    expected: 'a PNG, JPEG, GIF, WebP or AVIF picture',
    remedy: 'Save the picture again in one of these formats, or replace it.',
  });
  try {
    const image = sharp(bytes, { failOn: 'none' });
    const { format } = await image.metadata();
    if (!FORMATS.has(format)) return finding(`a picture of the format ${format} under another name`);
    await image.resize({ width: 16, height: 16, fit: 'fill' }).raw().toBuffer();
    return undefined;
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    return finding(`a picture that cannot be read (${reason})`);
  }
}
