import type { HelpCenter } from '../../../content/types.ts';
import { endOf, instantOf } from '../../../schemas/instant.ts';
import { ownValue } from '../../../site/own-value.ts';
import { languageOf } from '../../core/text/language.ts';
import { phrasesOf } from '../distil/phrases/phrases-of.ts';
import { questionSpans } from '../distil/question-spans.ts';
import { seededRandom } from '../distil/seeded-random.ts';
import { meanOf } from '../embed/centre.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { IndexDocument } from '../index-document.ts';
import { type Pinned, type PinnedAnswer, pinnedQuestions } from '../write/write-pins.ts';

/** Made-up questions of a language that tell what all questions in it have in common. */
const QUESTIONS = 200;

/**
 * What is pinned in a locale, with its times in the site's zone as instants: the owner's pins for it, and the questions that are pinned
 * in the site's other languages to articles that this one has, too, and pins nothing to.
 */
export function pinnedAnswers(
  locale: string,
  documents: readonly Pick<IndexDocument, 'id'>[],
  { pins = {}, site }: Partial<Pick<HelpCenter, 'pins' | 'site'>>,
): PinnedAnswer[] {
  const answersIn = (one: string): PinnedAnswer[] =>
    (ownValue(pins, one) ?? []).map(({ from, until, ...pin }) => ({
      ...pin,
      from: from === undefined ? undefined : instantOf(from, site?.timeZone ?? 'UTC'),
      until: until === undefined ? undefined : endOf(until, site?.timeZone ?? 'UTC'),
    }));
  const own = answersIn(locale);
  const pinned = new Set(own.map(({ article }) => article));
  const ids = new Set(documents.map(({ id }) => id));
  const others = Object.keys(pins).filter((other) => languageOf(other) !== languageOf(locale));
  const borrowed = others.flatMap((askedIn) =>
    answersIn(askedIn)
      .filter(({ article, questions }) => questions.length > 0 && ids.has(article) && !pinned.has(article))
      .map((answer) => ({ ...answer, words: [], askedIn })),
  );
  return [...own, ...borrowed];
}

/**
 * Embeds what is pinned. Questions in another language are left out where the teacher does not read it, or nothing is known of what all
 * questions in it have in common, which is exchanged for what those of the locale have.
 * @param common What all questions in the locale have in common; undefined where it is not taken off.
 */
export async function embedPins(
  answers: readonly PinnedAnswer[],
  teacher: Teacher | undefined,
  common: Float32Array | undefined,
): Promise<Pinned> {
  const own = answers.filter(({ askedIn }) => askedIn === undefined);
  if (!teacher) return { answers: own };
  const vectors = new Map<string, Float32Array>();
  const embed = async (some: readonly PinnedAnswer[]): Promise<[string, Float32Array][]> => {
    const questions = pinnedQuestions(some);
    const embedded =
      questions.length > 0
        ? await teacher.embed(
            questions.map(({ read }) => read),
            { kind: 'query' },
          )
        : [];
    return questions.map(({ question }, place) => [question, embedded[place]!]);
  };
  for (const [question, vector] of await embed(own)) vectors.set(question, vector);
  const spansLanguages = teacher.pieceForm === 'unigram' && common !== undefined;
  const kept = [...own];
  for (const askedIn of spansLanguages ? new Set(answers.flatMap((answer) => answer.askedIn ?? [])) : []) {
    const phrases = phrasesOf(askedIn);
    if (!phrases) continue;
    const asked = questionSpans(QUESTIONS, phrases, seededRandom(`questions in ${askedIn}`));
    const theirs = meanOf(await teacher.embed(asked, { kind: 'query' }));
    // One that is written the same in both languages is the locale's own.
    const some = answers
      .filter((answer) => answer.askedIn === askedIn)
      .map((answer) => ({ ...answer, questions: answer.questions.filter((question) => !vectors.has(question)) }))
      .filter(({ questions }) => questions.length > 0);
    for (const [question, vector] of await embed(some))
      vectors.set(
        question,
        vector.map((value, place) => value - theirs[place]! + common![place]!),
      );
    kept.push(...some);
  }
  return { answers: kept, vectors };
}
