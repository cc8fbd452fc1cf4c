import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { follow } from '../../../src/permalinks/permalink-target.ts';
import { publishedAnchors, renamedSections, withPublished } from '../../../src/permalinks/record.ts';

const shipped = fileURLToPath(new URL('../../../content', import.meta.url));

/** Another title, and other words in every heading; an anchor that the writer had set by hand goes too. */
function retitled(text: string): string {
  let number = 0;
  let fenced = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*```/.test(line)) fenced = !fenced;
      if (fenced) return line;
      if (line.startsWith('title:'))
        return `title: A new title for ${JSON.stringify(line.slice(6).trim())
          .slice(1, -1)
          .replace(/[:"'\\#{}[\]]/g, '')}`;
      return line.replace(/^(#{2,4}) .*$/, (_, marks: string) => `${marks} Reworded heading ${(number += 1)}`);
    })
    .join('\n');
}

it('every permalink of the shipped content leads to its section after each article was retitled, renamed and moved', async () => {
  const root = await mkdtemp(join(tmpdir(), 'signpost-permanent-'));
  await cp(shipped, root, { recursive: true });
  const before = await readHelpCenter(root);
  const record = withPublished(before.permalinks, publishedAnchors(before));
  const links = Object.entries(record.articles).flatMap(([id, locales]) => [
    id,
    ...new Set(
      Object.values(locales)
        .flat()
        .map((anchor) => `${id}#${anchor}`),
    ),
  ]);

  for (const { file } of before.articles) {
    await writeFile(join(root, file), retitled(await readFile(join(root, file), 'utf8')));
    await rename(join(root, file), join(root, dirname(file), `renamed-${file.split('/').at(-1)}`));
  }
  for (const locale of await readdir(join(root, 'articles'))) {
    for (const category of await readdir(join(root, 'articles', locale)))
      await rename(join(root, 'articles', locale, category), join(root, 'articles', locale, `moved-${category}`));
  }
  const after = await readHelpCenter(root);
  const now = publishedAnchors(after);
  expect(after.articles.map(({ id, locale }) => `${locale} ${id}`).sort()).toEqual(
    before.articles.map(({ id, locale }) => `${locale} ${id}`).sort(),
  );
  const kept = before.articles.filter((article) =>
    after.articles.some(
      ({ id, locale, title, slug, category }) =>
        id === article.id &&
        locale === article.locale &&
        (title === article.title || slug === article.slug || category === article.category),
    ),
  );
  expect(kept).toEqual([]);

  // What npm run permalinks -- --mend writes.
  const mended = withPublished({ ...record, moved: { ...record.moved, ...renamedSections(record, now) } }, now);
  const dead = links.filter((link) => {
    const end = follow(link, mended.moved);
    if (end === undefined) return true;
    if (end === 'retired') return before.permalinks.moved[link] !== 'retired';
    return now[end.id] === undefined || (end.anchor !== '' && !Object.values(now[end.id]!).flat().includes(end.anchor));
  });
  expect(links.length).toBeGreaterThan(300);
  expect(dead).toEqual([]);
  await writeFile(join(root, 'permalinks.yaml'), stringify(mended));
  expect(await checkContent(await readHelpCenter(root), { only: ['permalinks'] })).toEqual([]);
  await rm(root, { recursive: true });
});
