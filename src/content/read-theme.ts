import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { safeDecode } from '../site/safe-decode.ts';
import { CUSTOM_CSS, type CustomCss, type NamedFile, parseCustomCss } from './custom-css.ts';
import { didYouMean } from './did-you-mean.ts';
import { readTextFile } from './text-file.ts';
import type { OwnFile, Problem, Theme } from './types.ts';

const FOLDER = 'theme/';
/** What a sheet may name: pictures that the check looks at, and fonts. */
const SHOWN = /\.(png|jpe?g|gif|webp|avif|svg|woff2?)$/i;
/** Above it, a file that decorates every page makes each of them slow. */
const LARGEST = 1024 * 1024;

/**
 * The owner's own sheet with the files that it names, ready to be published; undefined where there is none, or where it
 * cannot be used. `problems` says what is wrong with it; mistakes leave out what they are in.
 */
export async function readTheme(
  root: string,
  files: readonly string[],
): Promise<{ theme: Theme | undefined; problems: Problem[] }> {
  if (!files.includes(CUSTOM_CSS)) return { theme: undefined, problems: misnamed(files) };
  const read = await readTextFile(root, CUSTOM_CSS);
  if ('problem' in read) return { theme: undefined, problems: [read.problem] };
  const sheet = parseCustomCss(read.text.replace(/^\uFEFF/, ''));
  const problems = sheet.findings.map((finding) => problem(finding));
  const named = new Map<string, OwnFile>();
  let { code } = sheet;
  for (const address of sheet.files) {
    const found = await ownFile(root, files, address);
    if ('problem' in found) problems.push(found.problem);
    else named.set(found.file.file, found.file);
    // Beside the sheet, which lies in the same folder of the built site.
    const target = 'problem' in found ? '' : found.file.name + found.fragment;
    code = code.replaceAll(address.placeholder, () => target);
  }
  return { theme: { css: code, files: [...named.values()], unread: sheet.unread }, problems };
}

/** The file that an address means, and the part of it. */
async function ownFile(
  root: string,
  files: readonly string[],
  { url, line, column }: NamedFile,
): Promise<{ file: OwnFile; fragment: string } | { problem: Problem }> {
  const path = posix.join(FOLDER, safeDecode(url.replace(/[?#].*/s, '')));
  const fragment = /#[\w-]+$/.exec(url)?.[0] ?? '';
  const named = (found: string, expected: string, remedy: string) => ({
    problem: problem({ line, column, found: `url(${url}), ${found}`, expected, remedy }),
  });
  const usable = files.filter((file) => file.startsWith(FOLDER) && SHOWN.test(file));
  if (!path.startsWith(FOLDER))
    return named('outside theme/', 'the path of a file within theme/', 'Put a copy of the file into theme/.');
  if (!SHOWN.test(path))
    return named(
      'no picture or font',
      'a PNG, JPEG, GIF, WebP, AVIF or SVG picture, or a font as WOFF2',
      'Save it in one of these formats, or remove it.',
    );
  if (!files.includes(path))
    return named(
      'where there is no file',
      'the path of a file from theme/',
      didYouMean(path, usable).trim() || 'Add the file, or remove the line.',
    );
  return hashed(root, path)
    .then((file) =>
      file.bytes > LARGEST
        ? named(
            `a file of ${Math.round(file.bytes / 1024)} kB`,
            `at most ${LARGEST / 1024} kB, since it is fetched by every page`,
            'Save it smaller: a WebP or AVIF of the size it is shown in.',
          )
        : { file: file.file, fragment },
    )
    .catch(() => named('a file that cannot be opened', 'a file this user may read', 'Check the file’s permissions.'));
}

/** A file as it is published: its name says what is in it, so that browsers keep it for ever. */
async function hashed(root: string, file: string): Promise<{ file: OwnFile; bytes: number }> {
  const { size } = await stat(join(root, file));
  if (size > LARGEST) return { file: { file, name: '' }, bytes: size };
  const hash = createHash('sha256')
    .update(await readFile(join(root, file)))
    .digest('hex')
    .slice(0, 8);
  const { name, ext } = posix.parse(file);
  return { file: { file, name: `${name.replace(/[^\w-]+/g, '-')}.${hash}${ext.toLowerCase()}` }, bytes: size };
}

/** Sheets that nobody would ever see the effect of. */
function misnamed(files: readonly string[]): Problem[] {
  return files
    .filter((file) => /^(theme\/[^/]+|[^/]+)\.(css|scss|sass|less)$/i.test(file))
    .map((file) => ({
      ...problem({
        line: 1,
        found: 'a style sheet that no page uses',
        expected: `rules of your own in ${CUSTOM_CSS}`,
        remedy: `Rename it to ${CUSTOM_CSS}, as plain CSS.`,
      }),
      file,
      severity: 'warning',
    }));
}

function problem(finding: CustomCss['findings'][number]): Problem {
  return { file: CUSTOM_CSS, rule: 'custom-css', ...finding, severity: 'error' };
}
