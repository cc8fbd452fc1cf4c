import { expect, test } from 'vitest';
import { stringsText } from '../../../../scripts/lib/strings/strings-text.ts';
import { parseYaml } from '../../../../src/content/yaml.ts';
import { stringFileOf, wantedStrings } from '../../../../src/i18n/languages.ts';

const text = (locale: string, before = ''): string =>
  stringsText({ locale, wanted: wantedStrings(locale), shipped: stringFileOf(locale), before });

test('a language that is not shipped gets every key with quotes to write the text between, below its English one', () => {
  const file = text('cy');
  expect(file).toContain('# The interface in Welsh.\n');
  expect(file).toContain('\n# Skip to content\nnav.skip: ""\n');
  expect(file).toContain('which readers never see: where a text is left empty here, the English one stands.\n');
  expect(file).toContain('\n# {count} articles (3)\ncategory.count.few: ""\n');
  expect(file).toContain('\n# {count} articles (4, 5, 7, 8 …)\ncategory.count.other: ""\n');
  const { data, problems } = parseYaml(file, 'strings/cy.yaml');
  expect(problems).toEqual([]);
  expect(data).toEqual(Object.fromEntries([...wantedStrings('cy').keys()].map((key) => [key, ''])));
});

test('whatever a writer puts between the quotes is YAML, also what ends with a colon or begins with a place', () => {
  const english = wantedStrings('cy');
  const written = text('cy').replace(
    /^([\w.-]+): ""$/gm,
    (_, key: string) => `${key}: "${english.get(key)?.replaceAll('\n', '\\n')}"`,
  );
  const { data, problems } = parseYaml(written, 'strings/cy.yaml');
  expect(problems).toEqual([]);
  expect(data).toEqual(Object.fromEntries(english));
});

test('a shipped language gets its texts as comments that become YAML', () => {
  const file = text('ko');
  expect(file).toContain('\n# nav.contact: 문의하기\n');
  expect(parseYaml(file, 'strings/ko.yaml').data).toBeNull();
  const { data, problems } = parseYaml(file.replaceAll(/^# (?=[\w.-]+: )/gm, ''), 'strings/ko.yaml');
  expect(problems).toEqual([]);
  expect(data).toEqual(stringFileOf('ko'));
});

test('a file that is there keeps what it says and gets what it lacks', () => {
  const before = '# Mine\nnav.skip: Neidio\n';
  const file = text('cy', before);
  expect(file.startsWith(before)).toBe(true);
  expect(file.match(/^nav\.skip:/gm)).toHaveLength(1);
  expect(file).toContain('\nnav.home: ""\n');
  expect(text('cy', file)).toBe(file);
});
