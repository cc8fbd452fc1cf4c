import { didYouMean } from '../../content/did-you-mean.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { endOf, instantOf } from '../../schemas/instant.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Notice } from '../../schemas/notices.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import { belowBase } from '../../site/urls.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

type Path = (string | number)[];
type Finding = Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'> & { path: Path };

export const notices: Rule = {
  name: 'notices',
  ensures: 'Notices are about categories and articles that exist, in languages of the site, and not over.',
  always: true,
  check({ center, today }) {
    const all = center.notices.notices;
    const found = all.flatMap((notice, index) =>
      [
        ...repeated(notice, all.slice(0, index)),
        ...inTime(notice, center, today),
        ...categoriesOf(notice, center),
        ...articleOf(notice, center),
        ...textsOf(notice, center),
      ].map((finding) => ({ ...finding, path: ['notices', index, ...finding.path] })),
    );
    return [...found, ...asked(center)].map(
      ({ path, ...finding }): Problem => ({
        file: 'notices.yaml',
        ...pointInYaml(center.root, 'notices.yaml', path),
        rule: 'notices',
        field: path.join('.'),
        ...finding,
      }),
    );
  },
};

/** Whoever reviews the content learns that visitors' browsers talk to somebody else. */
function asked(center: HelpCenter): Finding[] {
  const { live } = center.notices;
  if (live?.url !== undefined) return askedHere(live.url, center);
  if (live?.statuspage === undefined) return [];
  return [
    {
      path: ['live', 'statuspage'],
      found: `every page asks ${new URL(live.statuspage).origin} for notices`,
      expected: 'a host that visitors are told of, since it sees who comes',
      remedy: 'Leave it if that is meant, else remove it.',
      severity: 'note',
    },
  ];
}

/** What is not there says nothing to visitors, and so nobody would notice. Other paths of the host are somebody else's. */
function askedHere(url: string, { site, files }: HelpCenter): Finding[] {
  if (!site) return [];
  const path = safeDecode(url.replace(/[?#].*/s, ''));
  const below = belowBase(site.base, path);
  const finding = {
    path: ['live', 'url'],
    found: `"${url}", where the site has no file`,
    severity: 'warning' as const,
  };
  if (below?.startsWith('files/') && !files.includes(below))
    return [
      {
        ...finding,
        expected: `a file of the content folder`,
        remedy: `Add ${below}, to begin with: { "notices": [] }`,
      },
    ];
  if (!below?.startsWith('files/') && files.includes(path.slice(1)))
    return [
      {
        ...finding,
        expected: `a path below ${site.base}, where the site lies`,
        remedy: `Write ${site.base}${url.slice(1)}.`,
      },
    ];
  return [];
}

function repeated({ id }: Notice, before: readonly Notice[]): Finding[] {
  if (!before.some((other) => other.id === id)) return [];
  return [
    {
      path: ['id'],
      found: `the id "${id}", which a notice above has`,
      expected: 'an id of its own, by which it is remembered that somebody closed it',
      remedy: 'Give this notice another id.',
      severity: 'error',
    },
  ];
}

/** A day alone ends with its end, so a notice from and until one day is shown on that day. */
function inTime({ from, until }: Notice, { site }: HelpCenter, today: Date): Finding[] {
  if (!site || until === undefined) return [];
  const end = endOf(until, site.timeZone);
  if (from !== undefined && end <= instantOf(from, site.timeZone))
    return [
      {
        path: ['until'],
        found: `"${until}", before the notice begins`,
        expected: `a time after ${from}`,
        remedy: 'Correct from or until.',
        severity: 'error',
      },
    ];
  if (end > today.getTime()) return [];
  return [
    {
      path: ['until'],
      found: `"${until}", which is past`,
      expected: 'notices that are still to be shown',
      remedy: 'Remove the notice, or move until.',
      severity: 'warning',
    },
  ];
}

function categoriesOf({ categories = [] }: Notice, center: HelpCenter): Finding[] {
  const known = new Set(center.categories.map(({ slug }) => slug));
  return categories.flatMap((slug, at): Finding[] => {
    if (known.has(slug)) return [];
    return [
      {
        path: ['categories', at],
        found: `"${slug}", which is no category`,
        expected: `a folder name: ${[...known].join(', ')}`,
        remedy: didYouMean(slug, known).trim() || 'Correct the name, or remove it.',
        severity: 'error',
      },
    ];
  });
}

function articleOf({ link }: Notice, { articles, broken }: HelpCenter): Finding[] {
  const id = link?.article;
  if (id === undefined || broken.some((page) => page.id === id)) return [];
  const named = articles.filter((article) => article.id === id);
  if (named.some((article) => isBuilt(article))) return [];
  const isThere = named.length > 0;
  return [
    {
      path: ['link', 'article'],
      found: isThere ? `"${id}", an article that is not published` : `the id "${id}", which no article has`,
      expected: 'the id of an article that has a page',
      remedy: isThere
        ? 'Publish the article; until then the notice has no link.'
        : didYouMean(
            id,
            articles.map((article) => article.id),
          ).trim() || 'Correct the id, or write url in its place.',
      severity: isThere ? 'warning' : 'error',
    },
  ];
}

function textsOf({ text, link }: Notice, { site }: HelpCenter): Finding[] {
  if (!site) return [];
  const codes = site.locales.map(({ code }) => code);
  const written: [Path, Localized | undefined][] = [
    [['text'], text],
    [['link', 'label'], link?.label],
  ];
  return written.flatMap(([path, value]): Finding[] => {
    if (typeof value !== 'object') return [];
    const strangers = Object.keys(value).filter((code) => !codes.includes(code));
    const missing = codes.filter((code) => !Object.hasOwn(value, code));
    return [
      ...strangers.map(
        (code): Finding => ({
          path: [...path, code],
          found: `the locale "${code}"`,
          expected: `one of ${codes.join(', ')}`,
          remedy: didYouMean(code, codes).trim() || `Remove it, or add ${code} to locales in site.yaml.`,
          severity: 'error',
        }),
      ),
      ...(missing.length > 0
        ? [
            {
              path,
              found: `no text in ${missing.join(', ')}`,
              expected: 'a text in each language of the site',
              remedy: `Translate it; until then ${site.defaultLocale} is shown there.`,
              severity: 'warning' as const,
            },
          ]
        : []),
    ];
  });
}
