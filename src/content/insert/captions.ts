import webVtt, { type CueNode } from 'webvtt-parser';
import { clock } from '../../markdown/videos.ts';
import type { Problem } from '../types.ts';
import type { Captions, Passage } from './sources.ts';
import type { Origin, TracedText } from './traced-text.ts';
import { escapeMarkdown } from './variable-text.ts';

/** So much of what is said (seconds) is one place to begin at; it ends with a sentence, if one ends soon. */
const LEAST = 20;
const MOST = 60;
/** WebVTT's own, as it is written. */
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&lrm;': '\u200e', '&rlm;': '\u200f', '&nbsp;': '\u00a0' };
const ENDS_SENTENCE = /[.!?。！？…]["'”’」』)）]*$/;
/** Captions of a film of many hours; more is no caption file. */
const LONGEST = 512 * 1024;
const WORST = 20;
/** Seconds: what a time in the text can say. */
const LATEST = 99 * 3600;

/** Reads a WebVTT file. What is wrong in it is a problem with its line; what is right stays. */
export function readCaptions(file: string, source: string): { captions: Captions; problems: Problem[] } {
  const nothing = { file, source, passages: [] };
  if (source.length > LONGEST)
    return { captions: nothing, problems: [problem(file, 1, `captions of ${Math.round(source.length / 1024)} kB`)] };
  const parsed = parse(source);
  if (!parsed) return { captions: nothing, problems: [problem(file, 1, 'captions nested thousands of levels deep')] };
  const { cues, errors } = parsed;
  const lines = linesOfTimes(source);
  const problems = errors
    .slice(0, WORST)
    .map(({ line, message }) => problem(file, line, `captions that browsers do not understand: ${said(message)}`));
  const late = cues.findIndex(({ startTime }) => startTime > LATEST);
  if (late !== -1) problems.push(problem(file, lines[late] ?? 1, 'a caption after more than 99 hours'));
  const passages: Passage[] = [];
  for (const [index, { startTime, endTime, tree }] of cues.entries()) {
    const text = plain(tree).replace(/\s+/g, ' ').trim();
    const last = passages.at(-1);
    if (text === '' || startTime > LATEST) continue;
    const isLong = last !== undefined && startTime - last.start >= LEAST && ENDS_SENTENCE.test(last.text);
    if (!last || isLong || endTime - last.start > MOST)
      passages.push({ start: startTime, line: lines[index] ?? 1, text });
    else last.text += last.text.endsWith(text) ? '' : `${gap(last.text)}${text}`;
  }
  if (passages.length === 0 && problems.length === 0) problems.push(problem(file, 1, 'captions without a text'));
  return { captions: { file, source, passages }, problems };
}

/** Undefined where the text nests so deep that the parser cannot follow. */
function parse(source: string): ReturnType<InstanceType<typeof webVtt.WebVTTParser>['parse']> | undefined {
  try {
    return new webVtt.WebVTTParser(ENTITIES).parse(source, 'subtitles');
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Chinese and Japanese lines join without a space. */
function gap(before: string): string {
  return /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(before) ? '' : ' ';
}

/** The words of a cue, without speakers' names and marks. */
function plain({ type, value = '', children = [] }: CueNode): string {
  return type === 'text' ? value : children.map(plain).join('');
}

function linesOfTimes(source: string): number[] {
  return source.split(/\r\n|\r|\n/).flatMap((line, index) => (line.includes('-->') ? [index + 1] : []));
}

/**
 * What is said as Markdown: `:::transcript[Title]{video=fold}` around a paragraph for each passage that begins with its
 * time, so that whatever reads the page reads it, too.
 */
export function transcriptOf({ file, passages }: Captions, title: string, name: string): TracedText {
  const origin = (line: number): Origin => ({ file, line, changed: true });
  const text = [`:::transcript[${escapeMarkdown(title, false, ']')}]{video="${name}"}`];
  const origins = [origin(1)];
  for (const passage of passages) {
    text.push(`${clock(passage.start)} ${escapeMarkdown(passage.text, false, '')}`, '');
    origins.push(origin(passage.line), origin(passage.line));
  }
  return { text: [...text, ':::'].join('\n'), origins: [...origins, origin(1)] };
}

function said(message: string): string {
  return message.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase());
}

function problem(file: string, line: number, found: string): Problem {
  return {
    file,
    line,
    rule: 'video',
    found,
    expected:
      'a WebVTT file: WEBVTT, an empty line, then for each caption a line such as 00:01.000 --> 00:04.000 and its text',
    remedy: 'Correct the line, or export the captions as WebVTT again.',
    severity: 'error',
  };
}
