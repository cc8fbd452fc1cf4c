import { didYouMean } from '../../content/did-you-mean.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { endOf, instantOf } from '../../schemas/instant.ts';
import type { Pin } from '../../schemas/pins.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

type Finding = Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'> & { path: (string | number)[] };

export const pins: Rule = {
  name: 'pins',
  ensures: 'Pinned answers are published in their language, not over, and none takes a question from another.',
  check({ center, today }) {
    return Object.entries(center.pins).flatMap(([locale, all]) =>
      all.flatMap((pin, index) =>
        [
          ...inTime(pin, center, today),
          ...published(pin, locale, center),
          ...repeated(pin, all.slice(0, index), center),
        ].map(
          ({ path, ...finding }): Problem => ({
            file: 'pins.yaml',
            ...pointInYaml(center.root, 'pins.yaml', [locale, index, ...path]),
            rule: 'pins',
            field: [locale, index, ...path].join('.'),
            ...finding,
          }),
        ),
      ),
    );
  },
};

/** When a pin holds, in milliseconds since 1970. */
function periodOf({ from, until }: Pin, { site }: HelpCenter): [number, number] {
  const zone = site?.timeZone ?? 'UTC';
  return [from === undefined ? -Infinity : instantOf(from, zone), until === undefined ? Infinity : endOf(until, zone)];
}

function inTime(pin: Pin, center: HelpCenter, today: Date): Finding[] {
  const [begin, end] = periodOf(pin, center);
  if (end <= begin)
    return [
      {
        path: ['until'],
        found: `"${pin.until}", before the pin begins`,
        expected: `a time after ${pin.from}`,
        remedy: 'Correct from or until.',
        severity: 'error',
      },
    ];
  if (end > today.getTime()) return [];
  return [
    {
      path: ['until'],
      found: `"${pin.until}", which is past`,
      expected: 'pins that still hold',
      remedy: 'Remove the pin, or move until.',
      severity: 'warning',
    },
  ];
}

/** An id that no article has at all, and a locale that the site lacks, are named by other rules. */
function published({ article: id, section }: Pin, locale: string, { articles, site }: HelpCenter): Finding[] {
  const named = articles.filter((article) => article.id === id);
  if (named.length === 0 || !site?.locales.some(({ code }) => code === locale)) return [];
  const own = named.find((article) => article.locale === locale);
  if (!own || !isBuilt(own) || own.unlisted) {
    const [found, remedy] = !own
      ? [`"${id}", which has no article in ${locale}`, 'Translate']
      : own.unlisted
        ? [`"${id}", an article that is unlisted`, 'List']
        : [`"${id}", an article that is not published`, 'Publish'];
    return [
      {
        path: ['article'],
        found,
        expected: `an article that the search of ${locale} finds`,
        remedy: `${remedy} the article; until then the pin does nothing.`,
        severity: 'warning',
      },
    ];
  }
  const anchors = [...new Set(own.sections.map(({ anchor }) => anchor).filter((anchor) => anchor !== ''))];
  if (section === undefined || anchors.includes(section)) return [];
  return [
    {
      path: ['section'],
      found: `"${section}", which is no section of ${id}`,
      expected: anchors.length > 0 ? `one of ${anchors.join(', ')}` : 'no section, since the article has none',
      remedy: didYouMean(section, anchors).trim() || 'Correct it, or remove it; the article is shown from its opening.',
      severity: 'error',
    },
  ];
}

/** What a text asks, however it is written. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

function repeated(pin: Pin, before: readonly Pin[], center: HelpCenter): Finding[] {
  const [begin, end] = periodOf(pin, center);
  return (['questions', 'words'] as const).flatMap((field) =>
    pin[field].flatMap((text, at): Finding[] => {
      if (plain(text) === '')
        return [
          {
            path: [field, at],
            found: `"${text}", which says nothing`,
            expected: 'words that somebody may write',
            remedy: 'Write the question in words, or remove it.',
            severity: 'error',
          },
        ];
      const same = (one: string) => plain(one) === plain(text);
      const other = [...before, { ...pin, [field]: pin[field].slice(0, at) }].find((one) => {
        const [otherBegin, otherEnd] = periodOf(one, center);
        return one[field].some(same) && otherBegin < end && begin < otherEnd;
      });
      if (!other) return [];
      const contradicts = other.article !== pin.article;
      return [
        {
          path: [field, at],
          found: `"${text}", which is pinned to ${other.article} ${other.article === pin.article ? 'already' : 'above, at the same time'}`,
          expected: 'one answer to a question',
          remedy: contradicts ? 'Remove it from one of the two, or give them times that do not overlap.' : 'Remove it.',
          severity: contradicts ? 'error' : 'warning',
        },
      ];
    }),
  );
}
