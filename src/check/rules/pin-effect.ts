import type { Problem } from '../../content/types.ts';
import type { Pin } from '../../schemas/pins.ts';
import type { SearchProbe } from '../finding/search-probe.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** An article among so many is what a writer may well put first. */
const NEAR = 3;

export const pinEffect: Rule = {
  name: 'pin-effect',
  ensures: 'Each pinned answer is needed, and hides no better one.',
  needsSearchProbe: true,
  async check(context) {
    const problems: Problem[] = [];
    for (const [locale, pins] of Object.entries(context.center.pins))
      for (const [index, pin] of pins.entries())
        if (context.searchProbe?.has(locale) && isThere(context, locale, pin))
          problems.push(...(await effectOf(pin, { locale, index }, context, context.searchProbe)));
    return problems;
  },
};

function isThere({ center }: RuleContext, locale: string, { article }: Pin): boolean {
  return center.articles.some(({ id, locale: own }) => id === article && own === locale);
}

async function effectOf(
  pin: Pin,
  { locale, index }: { locale: string; index: number },
  { center }: RuleContext,
  probe: SearchProbe,
): Promise<Problem[]> {
  const at = (path: (string | number)[]) => ({
    file: 'pins.yaml',
    ...pointInYaml(center.root, 'pins.yaml', [locale, index, ...path]),
    rule: 'pin-effect',
    field: [locale, index, ...path].join('.'),
  });
  const asked = [
    ...pin.questions.map((text, place) => ({ text, path: ['questions', place] })),
    ...pin.words.map((text, place) => ({ text, path: ['words', place] })),
  ];
  const unpinned = await Promise.all(
    asked.map(async (one) => ({ ...one, answer: await probe.ask(locale, one.text, 'unpinned') })),
  );
  const isNeeded = unpinned.some(({ answer }) => !answer.confident || answer.found[0]?.id !== pin.article);
  if (!isNeeded)
    return [
      {
        ...at([]),
        found: `${pin.article} comes first for all that is pinned to it, without the pin, and surely`,
        expected: 'pins that change what comes first',
        remedy: 'Remove the pin; it would only hide a better article that comes later.',
        severity: 'warning',
      },
    ];
  const hidden = unpinned.flatMap(({ text, path, answer: { confident, found } }): Problem[] => {
    const [first] = found;
    if (!first || !confident || found.slice(0, NEAR).some(({ id }) => id === pin.article)) return [];
    return [
      {
        ...at(path),
        found: `"${text}" is surely answered by ${first.id}, "${first.title}", and ${pin.article} is not even near`,
        expected: 'a pinned article that answers better than the one it hides',
        remedy: `Pin ${first.id} or remove the pin; or say in ${pin.article} that it is about this.`,
        severity: 'warning',
      },
    ];
  });
  const { answered, unanswerable } = center.queries;
  const taken = [
    ...(await takenFrom(pin, locale, answered[locale] ?? [], probe)),
    ...(await answeredBy(pin, locale, unanswerable[locale] ?? [], probe)),
  ];
  return [...hidden, ...taken.map((found) => ({ ...at([]), ...found }))];
}

type Finding = Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'>;

/** Questions whose article queries.yaml names, and which this pin leads to its own. */
async function takenFrom(
  pin: Pin,
  locale: string,
  queries: readonly { q: string; id: string }[],
  probe: SearchProbe,
): Promise<Finding[]> {
  const others = queries.filter(({ id }) => id !== pin.article);
  const taken = await Promise.all(
    others.map(async ({ q, id }) => {
      const { found } = await probe.ask(locale, q);
      if (found[0]?.id !== pin.article) return [];
      const before = await probe.ask(locale, q, 'unpinned');
      return before.found[0]?.id === id ? [{ q, id }] : [];
    }),
  );
  return taken.flat().map(({ q, id }) => ({
    found: `the pin takes "${q}" from ${id}, which queries.yaml names for it`,
    expected: 'one answer to a question',
    remedy: 'Say the pinned questions more narrowly, or correct queries.yaml.',
    severity: 'warning' as const,
  }));
}

/** Questions that no article answers by queries.yaml, and this pin does. */
async function answeredBy(
  pin: Pin,
  locale: string,
  questions: readonly string[],
  probe: SearchProbe,
): Promise<Finding[]> {
  const taken = await Promise.all(
    questions.map(async (question) => {
      const { confident, found } = await probe.ask(locale, question);
      if (!confident || found[0]?.id !== pin.article) return [];
      return (await probe.ask(locale, question, 'unpinned')).confident ? [] : [question];
    }),
  );
  return taken.flat().map((question) => ({
    found: `the pin answers "${question}", which has no answer by queries.yaml`,
    expected: 'nothing sure where no article answers',
    remedy: 'Say the pinned questions more narrowly, or correct queries.yaml.',
    severity: 'warning' as const,
  }));
}
