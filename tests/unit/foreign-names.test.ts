import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { similarAnchor } from '../../scripts/lib/import/convert/similar-anchor.ts';
import { expandShortcodes } from '../../scripts/lib/import/sources/hugo/shortcodes.ts';
import { readEvent } from '../../scripts/lib/insights/count/read-event.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { readHelpCenter } from '../../src/content/read-help-center.ts';
import { stringsOf } from '../../src/i18n/languages.ts';
import { follow } from '../../src/permalinks/permalink-target.ts';
import { publishedAnchors, renamedSections, withPublished } from '../../src/permalinks/record.ts';
import { permalinksSchema } from '../../src/schemas/permalinks.ts';
import { loadLanguage, stopWordsOf } from '../../src/search/core/text/language.ts';
import { emptyRecord, ownValue } from '../../src/site/own-value.ts';
import { widgetOptions } from '../../src/widget/settings.ts';
import { nothingAround } from '../support/import/nothing-around.ts';
import { convert } from './scripts/import/convert.ts';

/** What every object has by nature, so that a plain lookup finds it. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

/** A check that compares meanings, with a model that knows no language. */
const wordsOnly = { understands: () => false, embed: () => Promise.reject(new Error('Nothing is to be embedded.')) };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'foreign-names-'));
  await cp('tests/fixtures/content/_base', root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const article = (title: string, id: string, rest = 'Some text about it.'): string =>
  `---\ntitle: ${title}\nid: ${id}\ndescription: About ${title}.\n---\n\n${rest}\n`;

describe('Names that every object has by nature', () => {
  it('are ids, folders, languages, files and headings like any other to the check and the record of permalinks', async () => {
    await write('articles/en/constructor/_category.yaml', 'title: A\ndescription: B\nicon: constructor\n');
    await write(
      'articles/en/constructor/constructor.md',
      article(
        'One',
        'constructor',
        '## constructor\n\nText [^constructor].\n\n[^constructor]: Note.\n\n```constructor\nx\n```\n',
      ),
    );
    await write('articles/ko/constructor/_category.yaml', 'title: A\ndescription: B\n');
    await write('articles/ko/constructor/constructor.md', article('Two', 'constructor'));
    for (const name of NAMES) {
      await write(`articles/${name}/billing/a.md`, article(`In ${name}`, 'refunds'));
      await write(
        `articles/en/${name}x/${name}.md`,
        article(`At ${name}`, `x-${NAMES.indexOf(name)}`, `<${name}>x</${name}>`),
      );
    }
    await write('terms.yaml', 'constructor:\n  - { say: 1 }\nen: []\n');
    await write('queries.yaml', 'constructor: [{ q: 1, id: refunds }]\n');
    await write('synonyms.yaml', 'constructor: 1\n');
    await write('permalinks.yaml', 'articles: { constructor: { en: [constructor] } }\n');
    const center = await readHelpCenter(root);
    const problems = await checkContent(center, { embedder: wordsOnly });
    // An icon of that name is missing like any other.
    const named = problems.filter(({ file }) => /^articles\/(en|ko)\/constructor\//.test(file));
    expect(named.map(({ rule, found }) => [rule, found])).toEqual([['icon', '"constructor", which is no icon']]);
    const anchors = publishedAnchors(center);
    expect(Object.keys(anchors)).toContain('constructor');
    expect(withPublished(center.permalinks, anchors).articles.constructor).toEqual({ en: ['constructor'], ko: [] });
    expect(renamedSections(center.permalinks, anchors)).toEqual({});
  });

  it('lead nowhere unless the record of permalinks has them', () => {
    expect(follow('constructor', {})).toEqual({ id: 'constructor', anchor: '' });
    expect(follow('refunds#constructor', {})).toEqual({ id: 'refunds', anchor: 'constructor' });
    const record = withPublished(permalinksSchema.parse({}), { constructor: { en: ['a'] } });
    expect(record.articles).toEqual({ constructor: { en: ['a'] } });
    expect(Object.keys(Object)).toEqual([]);
  });

  it.each(NAMES)('are no language, kind, anchor, field or event: %s', async (name) => {
    expect(ownValue({ a: 1 }, name)).toBeUndefined();
    expect(emptyRecord<number>()[name]).toBeUndefined();
    expect(stringsOf(name)).toBe(stringsOf('en'));
    expect(await stopWordsOf(name)).toEqual([]);
    expect((await loadLanguage(name)).isStopWord('the')).toBe(false);
    expect(similarAnchor(name, { a: 'b' })).toBeUndefined();
    expect(readEvent({ v: 1, type: name, at: '2026-05-01T00:00:00Z' })).toBeUndefined();
    expect(
      widgetOptions({ locale: name }, name, {
        defaultLocale: 'en',
        accent: '#14344f',
        labels: { en: { open: '', close: '', title: '', elsewhere: '' } },
      }).locale,
    ).toBe('en');
    expect(expandShortcodes(`{{< notice ${name}="a" style="${name}" >}}x{{< /notice >}}`, nothingAround)).toContain(
      ':::note',
    );
    expect(convert(`<div class="callout callout-${name}"><p>x</p></div>`).markdown).toContain('[!NOTE]');
  });
});
