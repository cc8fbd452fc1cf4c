import { posix } from 'node:path';
import { pathInLocale } from '../../content/article-paths.ts';
import { didYouMean } from '../../content/did-you-mean.ts';
import { targetAsWritten } from '../../content/insert/places.ts';
import type { Article, Problem, WrittenPage } from '../../content/types.ts';
import { articleTarget, downloadPath, ID_PREFIX, PAGE_PREFIX } from '../../markdown/link-targets.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import { belowBase, placeOf } from '../../site/urls.ts';
import { sitePaths } from '../page-paths.ts';
import { isArticle, type Rule, type RuleContext } from '../rule.ts';

type TargetProblem = Pick<Problem, 'found' | 'expected' | 'remedy'> & {
  severity?: Problem['severity'];
  instead?: string;
};

const PATH_OR_ID = 'the path of an article from this file, such as ../billing/refunds.md, or id: and its id';

export const internalLink: Rule = {
  name: 'internal-link',
  ensures: 'Each link within the help center leads to a page that is there.',
  check(context) {
    const paths = sitePaths(context.center);
    return context.texts.flatMap((page) =>
      page.references.flatMap((reference): Problem[] => {
        if (reference.kind !== 'link') return [];
        const { file, target } = targetAsWritten(page, reference.line, reference.target);
        const problem = problemWith(target, file === page.file ? page : { ...page, file }, context, paths);
        if (!problem) return [];
        const { instead, ...texts } = problem;
        const fix =
          instead === undefined
            ? {}
            : { fix: { line: reference.line, find: `](${target})`, replace: `](${instead})` } };
        return [
          {
            file: page.file,
            line: reference.line,
            column: reference.column,
            rule: 'internal-link',
            severity: 'error',
            ...texts,
            ...fix,
          },
        ];
      }),
    );
  },
};

function problemWith(
  target: string,
  page: WrittenPage,
  context: RuleContext,
  paths: Set<string>,
): TargetProblem | undefined {
  const { center, findLink } = context;
  if (target === '')
    return {
      found: 'a link to nowhere',
      expected: 'an address between the parentheses',
      remedy: 'Write where the link leads, or remove the link and keep its text.',
    };
  if (target.startsWith('#')) return undefined;
  const download = downloadPath(target, page.file);
  if (download !== undefined) return center.files.includes(download) ? undefined : noDownload(target, center.files);
  if (articleTarget(target)) {
    const link = findLink(target, page.file);
    if (!link) return missing(target, page, context);
    return link.page !== page && isArticle(page) && !page.draft && 'draft' in link.page && (link.page as Article).draft
      ? toDraft(target)
      : undefined;
  }
  const own = ownPath(target, center.site);
  if (own !== undefined) return paths.has(own) || paths.has(`${placeOf(own)}/`) ? undefined : lost(target, own, paths);
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target) || target.startsWith('/')) return undefined;
  if (/^www\./i.test(target))
    return {
      found: `a link to "${target}", which browsers take for a page of this site`,
      expected: 'an address with https://',
      remedy: `Write "https://${target}".`,
      instead: `https://${target}`,
    };
  return notAnArticle(target, page, context);
}

function missing(target: string, page: WrittenPage, { center, pages, texts }: RuleContext): TargetProblem {
  if (target.startsWith(PAGE_PREFIX)) return noPage(target, page, center);
  const byId = target.startsWith(ID_PREFIX);
  const written = target.replace(/#.*/s, '');
  const candidates = byId
    ? [...new Set(pages.flatMap(({ id }) => (id === undefined ? [] : [ID_PREFIX + id])))]
    : texts
        .filter(({ locale }) => locale === page.locale || locale === center.site?.defaultLocale)
        .map(({ file }) => posix.relative(posix.dirname(page.file), pathInLocale(file, page.locale)));
  const meant = didYouMean(written, candidates) || sameName(written, candidates);
  // Beside a page of the owner's own lie others.
  const toPage = !byId && page.file.startsWith('pages/') && !written.includes('/');
  return {
    found: `a link to "${target}", where there is no ${toPage ? 'page' : 'article'}`,
    expected: toPage ? `the name of a file beside this one, or ${PATH_OR_ID}` : PATH_OR_ID,
    remedy: meant.trim() || 'Correct the link, or remove it and keep its text.',
  };
}

function noPage(target: string, { locale }: WrittenPage, { ownPages, site }: RuleContext['center']): TargetProblem {
  const shown = ownPages.filter((page) => page.locale === locale || page.locale === site?.defaultLocale);
  const slugs = new Set(shown.map(({ slug }) => PAGE_PREFIX + slug));
  return {
    found: `a link to "${target}", where there is no page in this language nor in the default one`,
    expected: 'page: and the name of a file of pages/, without .md',
    remedy: didYouMean(target.replace(/#.*/s, ''), slugs).trim() || 'Correct the link, or remove it and keep its text.',
  };
}

/** A file that was moved keeps its name: `../billing/refunds.md` is found again in `../money/refunds.md`. */
function sameName(written: string, candidates: string[]): string {
  const found = candidates.find((candidate) => posix.basename(candidate) === posix.basename(written));
  return found === undefined ? '' : `Did you mean "${found}"?`;
}

function toDraft(target: string): TargetProblem {
  return {
    found: `a link to "${target}", which is a draft and not published`,
    expected: 'a link to a published article',
    remedy: 'Publish that article too, or remove the link and keep its text.',
    severity: 'warning',
  };
}

function lost(target: string, own: string, paths: Set<string>): TargetProblem {
  const meant = didYouMean(own, paths).trim();
  return {
    found: `a link to "${target}", which is no page of this site`,
    expected: `a page of this site; for an article, ${PATH_OR_ID}`,
    remedy: meant || 'Correct the link, or remove it and keep its text.',
  };
}

function noDownload(target: string, files: readonly string[]): TargetProblem {
  const meant = didYouMean(
    posix.basename(target),
    files.filter((file) => file.startsWith('files/')).map((file) => posix.basename(file)),
  ).trim();
  return {
    found: `a link to the file "${target}", which is not there`,
    expected: 'a file in the folder files/ of the content',
    remedy: meant || 'Put the file there, or correct the link; upper and lower case count.',
  };
}

function notAnArticle(target: string, page: WrittenPage, { center, texts }: RuleContext): TargetProblem {
  const path = posix.join(posix.dirname(page.file), target.replace(/[?#].*/s, ''));
  if (center.files.includes(path)) {
    return {
      found: `a link to the file "${target}", which the site does not publish`,
      expected: PATH_OR_ID,
      remedy:
        'Move the file into the folder files/ of the content, and link to it there, such as ../../../files/manual.pdf.',
    };
  }
  const candidates = texts.map(({ file }) => posix.relative(posix.dirname(page.file), file));
  const [, start = '', end = ''] = /^([^?#]*?)\/?((?:#.*)?)$/s.exec(target) ?? [];
  const instead = candidates.includes(posix.normalize(`${start}.md`)) ? { instead: `${start}.md${end}` } : {};
  return {
    ...instead,
    found: `a link to "${target}", which is neither an article nor an address`,
    expected: PATH_OR_ID,
    remedy:
      didYouMean(`${target.replace(/[?#].*/s, '').replace(/\/$/, '')}.md`, candidates).trim() ||
      'Correct the link; an address elsewhere begins with https://.',
  };
}

/** The path below the site's base that an address means; undefined when it leads elsewhere. */
function ownPath(target: string, site: RuleContext['center']['site']): string | undefined {
  if (!site) return undefined;
  const base = new URL(site.base, site.url);
  if (!URL.canParse(target, base)) return undefined;
  if (!target.startsWith('/') && !/^https?:/i.test(target)) return undefined;
  const url = new URL(target, base);
  const below = url.host === base.host ? belowBase(base.pathname, url.pathname) : undefined;
  if (below === undefined) return undefined;
  const path = `/${below}`;
  return safeDecode(path).replace(/\/?$/, path.includes('.') ? '' : '/');
}
