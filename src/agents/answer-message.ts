import { type AnswerSource, type Asking, answerQuestions } from './answer-questions.ts';
import type { AnsweredQuestion } from './answered-question.ts';
import type { MessagePart } from './message/cut-questions.ts';
import { searchText } from './message/search-text.ts';
import type { UnderstoodMessage } from './message/understand-message.ts';

/** Answers to each of several questions; the only one of a message has as many as `answerQuestions` gives. */
const AMONG_SEVERAL = 3;

/**
 * Answers a message question by question. A question is asked alone, and where nothing may answer that, with what was said
 * before it; a statement is a question of its own only where an article answers it that none of the others brought up: for
 * sure, or where nothing is asked by its form and nothing is sure, likely.
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
      searched.map(
        async (text) => (await answerQuestions([searchText(text)], { ...asking, limit, said: own }, open))[0]!,
      ),
    );
    return firstAnswered(answered);
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
  const kept = withNews(answered, ['confident']);
  if (kept.length > 1) return kept.map(({ answer }) => answer);
  if (kept[0]) return asAWhole(kept[0].part);
  const whole = await asAWhole(undefined);
  const likely = whole[0]!.verdict === 'confident' ? [] : withNews(answered, ['confident', 'related']);
  return likely.length > 0 ? likely.map(({ answer }) => answer) : whole;
}

interface AnsweredPart {
  part: MessagePart;
  answer: AnsweredQuestion;
}

/** The questions, and the statements that an article answers, by one of these verdicts, which none of the others brought up. */
function withNews(answered: readonly AnsweredPart[], verdicts: readonly AnsweredQuestion['verdict'][]): AnsweredPart[] {
  const questions = answered.filter(({ part }) => part.asks).map(({ answer }) => answer);
  const best = new Set(questions.map(({ hits }) => hits[0]?.article));
  const all = new Set(questions.flatMap(({ hits }) => hits).map(({ article }) => article));
  return answered.filter(({ part, answer }) => {
    if (part.asks) return true;
    const article = answer.hits[0]?.article;
    if (!verdicts.includes(answer.verdict) || article === undefined) return false;
    if ((part.apart ? best : all).has(article)) return false;
    for (const known of [best, all]) known.add(article);
    return true;
  });
}

/** What a part is looked for by: itself and, for a question, what it may be about. */
function textsOf({ text, context, asks }: MessagePart): string[] {
  return asks && context !== '' ? [text, `${context} ${text}`] : [text];
}

/** The first that an article may answer, else the first. */
function firstAnswered(answers: readonly AnsweredQuestion[]): AnsweredQuestion {
  return answers.find(({ verdict }) => verdict !== undefined && verdict !== 'none') ?? answers[0]!;
}
