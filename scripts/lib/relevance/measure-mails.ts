import type { AnswerIndex } from '../suggest/build-answer-index.ts';
import { answersTo, findAnswers, type SuggestedAnswers } from '../suggest/find-answers.ts';
import type { Mail } from './mail-set.ts';

/** So many answers to a question are looked at. */
const FIRST = 3;

/** How well mails are understood; shares from 0 to 1. */
export interface MailFigures {
  mails: number;
  /** Each question has one of its articles among the first three below a question that says its words. */
  answered: number;
  /** The same for its questions asked by themselves: what cutting could reach, if a mail's context told nothing. */
  alone: number;
  /** As many questions are found as the mail has. */
  cut: number;
  /** The mail's language is recognised among the index's. */
  language: number;
}

interface Judged {
  lang: string;
  answered: boolean;
  alone: boolean;
  cut: boolean;
  language: boolean;
}

/** Answers each mail as `npm run suggest` does. @returns Figures by language, the last one of all mails. */
export async function measureMails(mails: readonly Mail[], index: AnswerIndex): Promise<Map<string, MailFigures>> {
  const judged: Judged[] = [];
  for (const mail of mails) judged.push(await judge(mail, index));
  const groups = [...Map.groupBy(judged, ({ lang }) => lang), ['all', judged] as const];
  return new Map(groups.map(([lang, some]) => [lang, figuresOf(some)]));
}

async function judge({ text, lang, questions }: Mail, index: AnswerIndex): Promise<Judged> {
  const { locale, questions: found } = await findAnswers(index, text);
  const asking = { locale: locale ?? index.defaultLocale, askedIn: locale, limit: FIRST };
  const alone = await answersTo(
    index,
    questions.map((one) => one.text),
    asking,
  );
  return {
    lang,
    answered: questions.every((one) => found.some((group) => says(group, one.text) && answers(group, one.answers))),
    alone: questions.every((one, place) => answers(alone[place]!, one.answers)),
    cut: found.length === questions.length,
    language: locale !== undefined && locale.split('-')[0] === lang.split('-')[0],
  };
}

/** Whether a question has the words of another, or is a sentence of it; marks and capitals do not count. */
function says({ question }: SuggestedAnswers, wanted: string): boolean {
  const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return words(question).includes(words(wanted)) || words(wanted).includes(words(question));
}

function answers({ answers }: SuggestedAnswers, wanted: readonly string[]): boolean {
  return answers.slice(0, FIRST).some(({ id }) => wanted.includes(id));
}

function figuresOf(judged: readonly Judged[]): MailFigures {
  const share = (holds: (one: Judged) => boolean): number => judged.filter(holds).length / judged.length;
  return {
    mails: judged.length,
    answered: share((one) => one.answered),
    alone: share((one) => one.alone),
    cut: share((one) => one.cut),
    language: share((one) => one.language),
  };
}

/** A table in per cent. */
export function mailTable(figures: ReadonlyMap<string, MailFigures>): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const rows = [...figures].map(([lang, { mails, answered, alone, cut, language }]) => [
    lang,
    String(mails),
    ...[answered, alone, cut, language].map(percent),
  ]);
  const table = [['lang', 'mails', 'answered', 'asked alone', 'cut', 'language'], ...rows];
  return table.map((cells) => cells.map((cell) => cell.padStart(11)).join('  ')).join('\n');
}
