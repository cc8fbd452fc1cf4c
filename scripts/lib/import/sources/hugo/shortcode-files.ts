import { posix } from 'node:path';
import { imageName } from '../assets.ts';
import { withoutSlashes } from '../dialect/paths.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { Page, Surroundings } from '../markdown/system.ts';
import { textValues } from '../part-values.ts';
import { isRecord } from '../records.ts';
import type { SourcePart } from '../source.ts';
import { markedValue } from '../value-marks.ts';
import type { HugoConfig } from './config.ts';
import { expandShortcodes } from './shortcodes.ts';

/** Names of files that a shortcode includes, in quotes or not. */
const includes =
  /\{\{[<%]\s{0,9}(?:include|readfile|include-file)\s{1,9}(?:file\s{0,9}=\s{0,9})?["'`]?([^"'`\s<>%]{1,300})/g;

/** Reads the shortcodes of pages, with the templates and files of the site that they need. */
export async function shortcodeReader(
  tree: SourceTree,
  config: HugoConfig,
): Promise<(page: Page, around: Surroundings) => Promise<string>> {
  const templates = new Map<string, { file: string; text: string }>();
  for (const file of tree.files) {
    const [, name] = /(?:^|\/)layouts\/_?shortcodes\/(.+?)(?:\.md)?\.(?:html|md)$/.exec(file) ?? [];
    const text = name === undefined || templates.has(name) ? undefined : await tree.text(file);
    if (name !== undefined && text !== undefined) templates.set(name, { file, text });
  }
  return async (page, { pages, defaultLocale }) => {
    const titles = new Map(pages.map((other) => [`${other.locale}/${other.name}`, other.fields.title]));
    const own = (name: string): string | undefined => paramOf(page.front, name) ?? paramOf(page.front.params, name);
    const texts = await readIncludes(tree, page, config);
    return expandShortcodes(page.body, {
      notes: page.notes,
      firstLine: page.bodyLine,
      titleOf(path) {
        const name = path.replace(/\.md$/, '');
        return (
          titles.get(`${page.locale}/${withoutSlashes(name)}`) ?? titles.get(`${defaultLocale}/${withoutSlashes(name)}`)
        );
      },
      children: pages
        .filter(
          (other) => other !== page && other.locale === page.locale && posix.dirname(other.name) === (page.name || '.'),
        )
        .toSorted((one, other) => (one.fields.order ?? 1e9) - (other.fields.order ?? 1e9))
        .flatMap(({ fields: { title }, file }) => (title === undefined ? [] : [{ title, file }])),
      text(path) {
        const found = texts.get(path);
        if (found) page.parts?.push(found);
        return found?.text;
      },
      picture: (name) => {
        const folder = `${posix.dirname(page.file)}/`;
        const file = tree.files.find((one) => one.startsWith(folder + name) && imageName.test(one));
        return file?.slice(folder.length);
      },
      param: (name) => own(name) ?? paramOf(config.params, name),
      shownParam(name) {
        const shared = own(name) === undefined ? paramOf(config.params, name) : undefined;
        return shared === undefined ? own(name) : markedValue(name, shared);
      },
      template: (name) => templates.get(name)?.text,
      shown({ name, named, plain, inner = '' }, text) {
        const values = textValues([...Object.entries(named), ...Object.entries(plain), ['text', inner.trim()]]);
        page.parts?.push({ file: templates.get(name)?.file ?? name, text, values });
      },
    });
  };
}

/** The text of the files that a page includes. */
async function readIncludes(tree: SourceTree, page: Page, config: HugoConfig): Promise<Map<string, SourcePart>> {
  const texts = new Map<string, SourcePart>();
  for (const { path, file } of includedFiles(tree, page.body, page.file, config))
    texts.set(path, { file, text: splitFrontMatter((await tree.text(file)) ?? '').body });
  return texts;
}

/** The files that a text includes: from its own folder, or from the top of the site or its content. */
export function includedFiles(
  tree: SourceTree,
  body: string,
  from: string,
  { source }: HugoConfig,
): { path: string; file: string }[] {
  const folders = [posix.dirname(from), source, ...['content', 'assets', 'static'].map((name) => source + name)];
  return [...body.matchAll(includes)].flatMap(([, path = '']) => {
    const file = folders
      .slice(path.startsWith('/') ? 1 : 0)
      .map((folder) => posix.join(folder, path))
      .find((one) => tree.has(one));
    return file === undefined ? [] : [{ path, file }];
  });
}

/** A value by names with dots between: `company.phone`. */
function paramOf(values: unknown, name: string): string | undefined {
  const value = name
    .split('.')
    .reduce<unknown>((one, key) => (isRecord(one) && Object.hasOwn(one, key) ? one[key] : undefined), values);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
