import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { stringGaps } from '../../../src/i18n/string-gaps.ts';

describe('interface strings', () => {
  it('are read from every file of them', async () => {
    const files = (await readdir('src/i18n')).filter((name) => name.endsWith('.json'));
    expect(files.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(languages).sort());
  });

  for (const locale of Object.keys(languages)) {
    it(`are complete in ${locale}`, () => {
      expect(stringGaps(locale)).toEqual([]);
    });
  }
});

describe('the gaps of a language', () => {
  const english = languages.en!;

  it('name a missing file', () => {
    expect(stringGaps('cy')).toEqual([{ kind: 'no-file', key: '' }]);
  });

  it('name a missing key, an unknown key and a lost place', () => {
    const { 'nav.skip': _, ...rest } = english;
    const file = { ...rest, 'nav.skipp': 'Skip', 'article.updated': 'Updated' };
    expect(stringGaps('en', file)).toEqual([
      { kind: 'missing', key: 'nav.skip' },
      { kind: 'placeholders', key: 'article.updated' },
      { kind: 'unknown', key: 'nav.skipp' },
    ]);
  });

  it('ask for every plural form that the language tells apart', () => {
    const missing = stringGaps('pl', english).filter((gap) => gap.kind === 'missing');
    expect(missing.map((gap) => gap.key)).toContain('category.count.few');
  });

  it('are none where a form that stands for one number leaves the number out', () => {
    const forms = (one: string) => ({ ...english, 'category.count.one': one });
    expect(stringGaps('en', forms('One article'))).toEqual([]);
    // French says “one” of 0, too, and Russian of 21.
    for (const locale of ['fr', 'ru'])
      expect(stringGaps(locale, forms('One article'))).toContainEqual({
        kind: 'placeholders',
        key: 'category.count.one',
      });
  });

  it('name a brace that opens no place', () => {
    expect(stringGaps('en', { ...english, 'nav.skip': 'Skip {here' })).toEqual([{ kind: 'brace', key: 'nav.skip' }]);
  });
});
