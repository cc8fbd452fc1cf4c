import { splitSentences } from '../../search/core/excerpt/split-sentences.ts';
import {
  ABOUT_THE_MAIL,
  ALSO,
  ANNOUNCED,
  asks,
  asksFirst,
  FOLLOW_UP,
  GREETING,
  THANKS,
  THANKS_LAST,
} from './mail-words.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A question of a message, or a statement that may be one. */
export interface MessagePart {
  /** In the customer's words. */
  text: string;
  /** What was said before it, which it may be about; '' for nothing. */
  context: string;
  /** Whether it asks or wants something by its form. */
  asks: boolean;
  /** False for a statement that a question follows in its paragraph: most likely it only says what that is about. */
  apart: boolean;
}

/** More than anybody answers in one reply; each is a search. What a message asks beyond belongs to the last. */
const MOST_PARTS = 6;
/** A greeting with a name, or a sentence of thanks, is no longer. */
const LONGEST_MANNERS = 60;
/** What is said before a question and may belong to it: so many characters, the nearest. */
const LONGEST_CONTEXT = 300;
const LONGEST_SENTENCE = 1_500;
/** Questions of fewer letters say nothing alone; a sign of Chinese or a syllable of Korean counts as two. */
const FEWEST_LETTERS = 8;
/** Two questions of one sentence are each at least so long. */
const SHORTEST_HALF = 12;

/** Where a sentence may go on with another question: behind a comma or a question's last word. */
const JOINT = /[,;，；、]\s?|(?<=[요까죠다吗呢么])\s|\s(?=(?:and|und|et|y|e)\s)/gu;

/**
 * Cuts what a customer wrote into its questions, by its form alone: sentences, lists, paragraphs. A statement belongs to
 * the question that follows it in its paragraph; one that no question follows is a part of its own.
 * @param text The customer's own words, see `ownWords`.
 */
export function cutQuestions(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  /** Statements that wait for their question. */
  let said: string[] = [];
  const context = (): string => said.reduce(joined, '').slice(-LONGEST_CONTEXT).trim();
  const add = (part: MessagePart): void => {
    parts.push(part);
    said = [];
  };
  for (const { text: paragraph, item } of paragraphsOf(text)) {
    if (item) said = [];
    /** The question that came before in this paragraph, and its statements since. */
    let asked: MessagePart | undefined;
    let since: MessagePart[] = [];
    for (const sentence of sentencesOf(paragraph)) {
      const last = parts.at(-1);
      if (isFollowUp(sentence) && last) {
        last.asks = true;
        last.text = joined(last.text, sentence);
        asked = last;
        said = [];
      } else if (item || asks(sentence) || ALSO.test(sentence)) {
        if (last && ALSO.test(sentence)) last.asks = true;
        for (const statement of since) statement.apart = false;
        since = [];
        add((asked = { text: sentence, context: context(), asks: true, apart: true }));
      } else {
        const statement = { text: sentence, context: '', asks: false, apart: true };
        parts.push(statement);
        since.push(statement);
        if (asked) asked.context = joined(asked.context, sentence).slice(-LONGEST_CONTEXT);
        else said.push(sentence);
      }
    }
  }
  // Who announces questions and has none by its form means the statements.
  if (ANNOUNCED.test(text) && parts.filter((part) => part.asks).length < 2)
    for (const part of parts) part.asks ||= part.apart;
  return atMost(withoutShort(parts), MOST_PARTS);
}

/** What ends in a point that ends no sentence: `Mr.`, `No.`, `z. B.` */
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|e\.g|i\.e|approx|tel|hr|fr|bzw|ca|inkl|z|d|u|m|mme|sr|sra|núm|n|pág)\.$/iu;

/** The sentences of a paragraph without greetings and thanks; what joins two questions parts them. */
function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  for (const { start, end } of splitSentences(paragraph, LONGEST_SENTENCE)) {
    const sentence = paragraph.slice(start, end);
    const before = sentences.at(-1);
    if (before !== undefined && ABBREVIATION.test(before.slice(-10)))
      sentences[sentences.length - 1] = `${before} ${sentence}`;
    else sentences.push(sentence);
  }
  return sentences
    .map(withoutManners)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap(halves);
}

/** A sentence without greeting and thanks; '' for one that is nothing else, or speaks of the mail itself. */
function withoutManners(sentence: string): string {
  const text = withoutGreeting(sentence).replace(THANKS_LAST, (thanks) => /^[?？!！.。]?/u.exec(thanks)![0]);
  const isManners = THANKS.test(text) || ABOUT_THE_MAIL.test(text);
  return text.length <= LONGEST_MANNERS && isManners && !/[?？]/.test(text) ? '' : text;
}

function withoutGreeting(sentence: string): string {
  const greeting = GREETING.exec(sentence)?.[0];
  if (greeting === undefined) return sentence;
  const mark = sentence.slice(greeting.length, greeting.length + LONGEST_MANNERS).search(/[,!.:，！。：\n]/u);
  if (mark !== -1) return sentence.slice(greeting.length + mark + 1).trim();
  return sentence.length <= LONGEST_MANNERS && !asks(sentence) ? '' : sentence;
}

/** The questions of a sentence that joins several: `…, and also …`, `…，另外…`, `… and how …`. */
function halves(sentence: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { 0: joint, index } of sentence.matchAll(JOINT)) {
    const [before, after] = [sentence.slice(start, index), sentence.slice(index + joint.length)];
    if (!beginsAnother(after, before) || weight(before) < SHORTEST_HALF || weight(after) < SHORTEST_HALF) continue;
    found.push(before);
    start = index + joint.length;
  }
  return [...found, sentence.slice(start)];
}

function beginsAnother(text: string, before: string): boolean {
  return ALSO.test(text) || (/^(?:and|und|et|y|e)\s/iu.test(text) && asksFirst(text) && asks(before));
}

/** Whether a sentence says nothing but that somebody wants help, or what to do. */
function isFollowUp(sentence: string): boolean {
  const [beginning] = FOLLOW_UP.exec(sentence) ?? [];
  return beginning !== undefined && weight(sentence.slice(beginning.length)) <= FEWEST_LETTERS;
}

/** One text behind another; Chinese and Japanese have no space between them. */
function joined(text: string, next: string): string {
  return text === '' || /[。！？；，、]$/u.test(text) ? text + next : `${text} ${next}`;
}

/** How much a text says, in Latin letters. */
function weight(text: string): number {
  let sum = 0;
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu))
    sum += /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(letter) ? 2 : 1;
  return sum;
}

/** Short parts belong to the one before them. */
function withoutShort(parts: readonly MessagePart[]): MessagePart[] {
  const long: MessagePart[] = [];
  for (const part of parts) {
    const before = long.at(-1);
    if (before && weight(part.text) < FEWEST_LETTERS) before.text = joined(before.text, part.text);
    else long.push({ ...part });
  }
  return long;
}

function atMost(parts: MessagePart[], most: number): MessagePart[] {
  if (parts.length <= most) return parts;
  const rest = parts.slice(most - 1);
  const text = rest.map((part) => part.text).reduce(joined);
  return [...parts.slice(0, most - 1), { text, context: '', asks: rest.some((part) => part.asks), apart: true }];
}
