import type { Article, Problem } from '../../content/types.ts';
import { dayText } from '../../schemas/day.ts';
import { writtenIn } from '../../schemas/instant.ts';
import { pointOfField } from '../locate.ts';
import { isArticle, type Rule, type RuleContext } from '../rule.ts';

const DAY = 24 * 60 * 60 * 1000;

export const freshness: Rule = {
  name: 'freshness',
  ensures: 'Somebody looks after each article, and none is left to go stale.',
  check(context) {
    return context.pages.filter(isArticle).flatMap((page) => [...period(page, context), ...reminders(page, context)]);
  },
};

function problem(
  page: Article,
  field: string,
  found: string,
  expected: string,
  remedy: string,
  severity: Problem['severity'] = 'warning',
): Problem {
  return {
    file: page.file,
    ...pointOfField(page, [field]),
    rule: 'freshness',
    field,
    found,
    expected,
    remedy,
    severity,
  };
}

function period(page: Article, { center }: RuleContext): Problem[] {
  const text = (time: Date): string => writtenIn(center.site?.timeZone ?? 'UTC', time);
  const { publish_at: from, expires_at: until } = page;
  if (!from || !until || from < until) return [];
  return [
    problem(
      page,
      'expires_at',
      `${text(until)}, not after publish_at ${text(from)}`,
      'a day after publish_at',
      'Correct one of the two; as it is, no build ever includes the article.',
      'error',
    ),
  ];
}

function reminders(page: Article, { today, center, git }: RuleContext): Problem[] {
  const { untouchedDays, ownerRequired } = center.checkSettings;
  const { review_by: review, expires_at: until, owner } = page;
  const problems: Problem[] = [];
  const whom = owner === undefined ? 'Read it again' : `${owner}: read it again`;
  if (until && until <= today)
    problems.push(
      problem(
        page,
        'expires_at',
        `${writtenIn(center.site?.timeZone ?? 'UTC', until)}, which is past`,
        'a day to come',
        'Delete the article and give its address to another one as an alias, or move the day.',
      ),
    );
  if (review && review <= today)
    problems.push(
      problem(
        page,
        'review_by',
        `${dayText(review)}, which is past`,
        'a day to come',
        `${whom}, correct what is no longer true, then set the next day.`,
      ),
    );
  const last = page.updated ?? git.lastChange(page.file);
  if (!review && last && !page.draft && (today.getTime() - last.getTime()) / DAY > untouchedDays) {
    problems.push(
      problem(
        page,
        'updated',
        `no change since ${dayText(last)}`,
        `a look at it at least every ${untouchedDays} days`,
        `${whom}, then set updated to the day on which you did, or review_by to the day for the next look.`,
      ),
    );
  }
  if (ownerRequired && owner === undefined && page.locale === center.site?.defaultLocale) {
    problems.push(
      problem(page, 'owner', 'nothing', 'who answers for the article', 'Add owner: and a person or a team.'),
    );
  }
  return problems;
}
