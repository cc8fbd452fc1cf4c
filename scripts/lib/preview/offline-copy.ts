import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, posix, relative } from 'node:path';
import { transform } from 'lightningcss';
import { filesBelow } from '../../../src/cache/files-below.ts';
import { publishOutput } from '../../../src/integrations/output-folder.ts';
import { safeDecode } from '../../../src/site/safe-decode.ts';
import { belowBase } from '../../../src/site/urls.ts';
import { type OfflineAddress, offlinePage } from './offline-page.ts';

/** A host that is nowhere: to tell addresses of the site from others. */
const HERE = 'https://site.invalid';

/**
 * Writes a copy of a built site whose pages open from a folder, without a server: browsers take an address such as
 * `/en/` for a folder of the disk there, show no index.html for a folder, and run no modules. So links lead from file to
 * file, and scripts are left out; the copy holds the pages and what they name.
 * @param base Path the site lives under; begins and ends with a slash.
 * @param out New, empty or of an earlier copy.
 * @returns How many pages there are.
 * @throws Error when there is no built site, or the folder is the site's own or holds somebody's files.
 */
export async function writeOfflineCopy(built: string, base: string, out: string): Promise<number> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error(`No built site in ${built}: index.html is missing. Run npm run build first.`);
  // A copy is no site to publish, and its folder is of an earlier build.
  const way = relative(built, out);
  if (!way.startsWith('..') && !isAbsolute(way))
    throw new Error(`${out} is the built site or lies in it, and nothing was written. Name another folder.`);
  const files = (await filesBelow(built)).map((file) => file.slice(built.length + 1).replaceAll('\\', '/'));
  const staged = await mkdtemp(join(tmpdir(), 'signpost-offline-'));
  try {
    const pages = await writeFiles(built, staged, base, files);
    await publishOutput(staged, out);
    return pages;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function writeFiles(built: string, staged: string, base: string, files: string[]): Promise<number> {
  const known = new Set(files);
  const pages = files.filter((file) => file.endsWith('.html'));
  // What pages name is added as it is met.
  const wanted = new Set(pages);
  for (const file of wanted) {
    const address: OfflineAddress = (text) => {
      const target = targetOf(text, file, base, known);
      if (!target) return text;
      wanted.add(target.file);
      return target.address;
    };
    const [from, to] = [join(built, file), join(staged, file)];
    await mkdir(dirname(to), { recursive: true });
    if (file.endsWith('.html')) await writeFile(to, offlinePage(await readFile(from, 'utf8'), address));
    else if (file.endsWith('.css'))
      await writeFile(
        to,
        offlineSheet(built, file, (text) => targetOf(text, file, base, known)?.file),
      );
    else await copyFile(from, to);
  }
  return pages.length;
}

/** The file that an address in another one leads to, and the way there; undefined where it leads out of the site, or nowhere. */
function targetOf(
  text: string,
  from: string,
  base: string,
  known: ReadonlySet<string>,
): { file: string; address: string } | undefined {
  if (text === '' || text.startsWith('#')) return undefined;
  const url = URL.parse(text, `${HERE}${base}${from}`);
  const below = url?.origin === HERE ? belowBase(base, url.pathname) : undefined;
  if (!url || below === undefined) return undefined;
  const path = safeDecode(below);
  const file = [path, posix.join(path, 'index.html')].find((each) => known.has(each));
  if (file === undefined) return undefined;
  const way = posix.relative(posix.dirname(from), file).split('/').map(encodeURIComponent).join('/');
  return { file, address: way + url.search + url.hash };
}

/**
 * A style sheet with the files that it names in it: browsers take a mask or a font from a page's own origin only, and
 * files have none.
 */
function offlineSheet(built: string, sheet: string, find: (address: string) => string | undefined): Uint8Array {
  return transform({
    filename: sheet,
    code: readFileSync(join(built, sheet)),
    minify: true,
    errorRecovery: true,
    visitor: {
      Url: (named) => {
        const file = find(named.url);
        if (file === undefined) return named;
        const bytes = readFileSync(join(built, file));
        return { ...named, url: `data:${typeOf(file)};base64,${bytes.toString('base64')}` };
      },
    },
  }).code;
}

/** Browsers look at the bytes of pictures and fonts; only an SVG they know by its type. */
function typeOf(file: string): string {
  const ending = posix.extname(file).slice(1).toLowerCase();
  if (ending === 'svg') return 'image/svg+xml';
  return `${/^(woff2?|ttf|otf)$/.test(ending) ? 'font' : 'image'}/${ending}`;
}
