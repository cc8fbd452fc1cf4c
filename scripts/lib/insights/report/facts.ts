import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Translator } from '../../../../src/i18n/translator.ts';
import type { Counted } from '../count/count-events.ts';
import { daysBetween } from '../count/spans.ts';
import type { Counts, Row } from '../count/tally.ts';
import type { Wording } from './tables.ts';

/** A number of a period: a count, or a part of a whole. */
interface Fact {
  label: string;
  of(row: Row): { value: number; whole?: number };
}

/** The tally of the period before; undefined when there is none, or when its first days are missing. */
export function comparable({ before, extent }: Counted): Counts | undefined {
  return before && extent && extent.first <= before.spans.before.from ? before.tally : undefined;
}

/** Which days the numbers are of, and with which they are compared, or why with none. */
export function spanText(counted: Counted, t: Translator): string[] {
  const { before, extent } = counted;
  const days = [...counted.tally.days.keys()].sort();
  if (!before || !extent) return [t('insights.period', { from: days[0]!, to: days.at(-1)! })];
  const { now, before: earlier } = before.spans;
  const from = [extent.first, now.from].sort().at(-1)!;
  const period = t('insights.period', { from, to: now.to });
  if (comparable(counted)) return [period, t('insights.comparedWith', { ...earlier })];
  const shorter = Math.floor(daysBetween({ from: extent.first, to: extent.last }) / 2);
  return [
    period,
    t('insights.notCompared', { from: earlier.from, first: extent.first }),
    ...(shorter > 0 ? [t('insights.compareFewer', { days: shorter })] : []),
  ];
}

/** How visits and searches ended, as numbers, each with how it changed. */
export function facts(counted: Counted, tag: string, wording: Wording): ElementContent {
  const { t, count, share } = wording;
  const visits = ({ outcomes: { answered, contacted, silent } }: Row): number => answered + contacted + silent;
  const shown: Fact[] = [
    { label: t('insights.visits'), of: (row) => ({ value: visits(row) }) },
    ...(['answered', 'contacted', 'silent'] as const).map((name) => ({
      label: t(`insights.${name}`),
      of: (row: Row) => ({ value: row.outcomes[name], whole: visits(row) }),
    })),
    { label: t('insights.searches'), of: (row) => ({ value: row.searches }) },
    { label: t('insights.opened'), of: (row) => ({ value: row.opened, whole: row.searches }) },
    { label: t('insights.unanswered'), of: (row) => ({ value: row.unanswered, whole: row.searches }) },
    ...(counted.tally.total.gaps > 0
      ? [{ label: t('insights.byAgents'), of: ({ gaps }: Row) => ({ value: gaps }) }]
      : []),
  ];
  const former = comparable(counted)?.total;
  return h(
    'ul',
    { className: ['facts'] },
    shown.map(({ label, of }) => {
      const { value, whole } = of(counted.tally.total);
      return h('li', [
        h('b', whole === undefined ? count(value) : share(value, whole)),
        label,
        ...(former ? [h('span', { className: ['change'] }, changeText(of(counted.tally.total), of(former)))] : []),
      ]);
    }),
  );

  /** In words, which a screen reader says: a count changes by a share of what it was, a share by points. */
  function changeText(now: ReturnType<Fact['of']>, before: ReturnType<Fact['of']>): string {
    if ((before.whole ?? before.value) === 0) return t('insights.noneBefore');
    const isCount = before.whole === undefined;
    const [to, from] = [now, before].map(({ value, whole }) => (whole === undefined ? value : value / (whole || 1)));
    const difference = isCount ? to! / from! - 1 : to! - from!;
    const rounded = Math.round(Math.abs(difference) * 1000) / 10;
    const values = {
      before: isCount ? count(before.value) : share(before.value, before.whole!),
      change: isCount ? share(rounded, 100) : t('insights.points', { points: decimal(rounded) }),
    };
    if (rounded === 0) return t('insights.asBefore', values);
    return t(difference > 0 ? 'insights.up' : 'insights.down', values);
  }

  function decimal(value: number): string {
    return new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(value);
  }
}
