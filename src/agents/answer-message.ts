import type { Verdict } from '../search/core/types.ts';
import { type AnswerSource, type Asking, answerQuestions } from './answer-questions.ts';
import type { AnsweredQuestion } from './answered-question.ts';
import type { MessagePart } from './message/cut-questions.ts';
import { searchText } from './message/search-text.ts';
import type { UnderstoodMessage } from './message/understand-message.ts';

/** From the least. */
const SURENESS: readonly Verdict[] = ['none', 'related', 'confident'];
/** Answers to each of several questions; the only one of a message has as many as `answerQuestions` gives. */
const AMONG_SEVERAL = 3;

/**
 * Answers a message question by question. A question is asked alone and with what was said before it, and the surer answer
 * stands; a statement is a question of its own only where an article answers it that none of the others brought up.
 */
export async function answerMessage(
  { own, parts }: Pick<UnderstoodMessage, 'own' | 'parts'>,
  asking: Asking,
  open: (locale: string) => Promise<AnswerSource | undefined>,
): Promise<AnsweredQuestion[]> {
  if (own === '') return [];
  const ask = async (texts: readonly string[], limit = asking.limit): Promise<AnsweredQuestion> => {
    const searched = [...new Set(texts.filter((text) => text !== ''))];
    const answered = await Promise.all(
      searched.map(async (text) => (await answerQuestions([searchText(text)], { ...asking, limit }, open))[0]!),
    );
    return surest(answered);
  };
  const asAWhole = async (part: MessagePart | undefined): Promise<AnsweredQuestion[]> => [
    { ...(await ask(part ? [...textsOf(part), own] : [own])), question: part?.text ?? own },
  ];
  if (parts.length <= 1) return asAWhole(parts[0]);
  const answered = await Promise.all(
    parts.map(async (part) => {
      const answer = await ask(textsOf(part), asking.limit ?? AMONG_SEVERAL);
      return { part, answer: { ...answer, question: part.text } };
    }),
  );
  const kept = withNews(answered);
  return kept.length > 1 ? kept.map(({ answer }) => answer) : asAWhole(kept[0]?.part);
}

interface AnsweredPart {
  part: MessagePart;
  answer: AnsweredQuestion;
}

/**
 * The questions, and the statements whose answer no other one has: a sure one, or where nothing has the form of a question
 * a likely one.
 */
function withNews(answered: readonly AnsweredPart[]): AnsweredPart[] {
  const questions = answered.filter(({ part }) => part.asks);
  const known = new Set(questions.flatMap(({ answer }) => answer.hits).map(({ article }) => article));
  const least = questions.length > 0 ? 'confident' : 'related';
  return answered.filter(({ part, answer }) => {
    if (part.asks) return true;
    const [best] = answer.hits;
    if (!best || known.has(best.article) || sureness(answer) < SURENESS.indexOf(least)) return false;
    for (const { article } of answer.hits) known.add(article);
    return true;
  });
}

/** What a part is looked for by: itself and, for a question, what it may be about. */
function textsOf({ text, context, asks }: MessagePart): string[] {
  return asks && context !== '' ? [text, `${context} ${text}`] : [text];
}

/** The first of the surest. */
function surest(answers: readonly AnsweredQuestion[]): AnsweredQuestion {
  return answers.reduce((best, one) => (sureness(one) > sureness(best) ? one : best));
}

function sureness({ verdict = 'none' }: AnsweredQuestion): number {
  return SURENESS.indexOf(verdict);
}
