import { posix } from 'node:path';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Insertion, scanInsertions } from '../../markdown/insertions.ts';
import { filmPath, videoFiles } from '../../markdown/videos.ts';
import { transcriptOf } from './captions.ts';
import { type InsertionProblem, insertionProblem } from './insertion-problems.ts';
import { movedTarget } from './places.ts';
import { type Expanded, newRun, type Part, type Run, type WrittenText } from './run.ts';
import { type Captions, findSnippet, type Snippet, type Sources, scanOf, wayBack } from './sources.ts';
import { type TracedText, TracedTextBuilder } from './traced-text.ts';
import { findValue, isKnown, setParameters } from './values.ts';
import { escapeMarkdown } from './variable-text.ts';

/** Snippets within snippets; more is lost on whoever has to find the sentence. */
const DEEPEST = 5;
/** Far beyond what a page needs, and little to a computer: snippets of snippets multiply. */
const MOST_INSERTIONS = 1000;
const LONGEST = 1024 * 1024;

/**
 * Puts snippets and variables into a text, so that whatever reads it after sees plain Markdown. What cannot be put in
 * stays as it is written and is a problem; nothing throws over content, and the size of what comes out is bounded.
 * `keepsVariables` puts in snippets alone.
 */
export function expandText(written: WrittenText, sources: Sources, { keepsVariables = false } = {}): Expanded {
  const run = newRun(written.file, written.locale, keepsVariables);
  const part = { ...written, scan: scanInsertions(written.markdown), chain: [], parameters: new Map<string, string>() };
  return { ...expandPart(part, run, sources), uses: run.uses, problems: run.problems };
}

/** What a snippet has put in, on its own: what is wrong in it is wrong wherever it stands. */
export function expandSnippet(snippet: Snippet, sources: Sources): Expanded {
  const { file, locale } = snippet;
  const run = newRun(file, locale);
  const parameters = new Map([...snippet.parameters].map(([name, value]) => [name, value ?? name]));
  const traced = expandPart({ ...partOf(snippet), chain: [snippet], parameters }, run, sources);
  return { ...traced, uses: run.uses, problems: run.problems };
}

function partOf(snippet: Snippet): Omit<Part, 'chain' | 'parameters'> {
  return { markdown: snippet.markdown, scan: scanOf(snippet), file: snippet.file, line: snippet.line };
}

function expandPart(part: Part, run: Run, sources: Sources): TracedText {
  const { markdown, scan, file } = part;
  const builder = new TracedTextBuilder(file, part.line);
  const report = (problem: InsertionProblem, { line, column }: { line: number; column: number }): void =>
    void run.problems.push(insertionProblem(problem, { file, line: part.line + line - 1, column }, sources));
  for (const each of scan.misplaced)
    if (each.name === undefined || isKnown(each.name, part, run, sources))
      report({ is: 'misplaced', text: each.text }, each);
  let done = 0;
  let lines = part.line;
  const upTo = (offset: number): void => {
    const text = markdown.slice(done, offset);
    builder.addWritten(text, file, lines);
    lines += text.split('\n').length - 1;
    done = offset;
  };
  for (const edit of editsOf(part, run, sources)) {
    upTo(edit.start);
    if ('said' in edit) {
      const opening = builder.line;
      builder.addBelow(edit.said);
      run.length += edit.said.text.length;
      builder.endBlock(markdown.slice(edit.end), opening);
    } else if ('target' in edit) builder.addInline(edit.target);
    else {
      const opening = builder.line;
      const found = insert(edit, part, run, sources, opening);
      if (found === undefined) continue;
      if (typeof found === 'object' && 'is' in found) {
        report(found, edit);
        continue;
      }
      if (typeof found === 'string') {
        run.length += found.length;
        builder.addInline(found);
      } else {
        run.length += found.text.length;
        builder.addBlock(found);
        builder.endBlock(markdown.slice(edit.end).replace(/^[ \t]+/, ''), opening);
      }
    }
    lines += markdown.slice(edit.start, edit.end).split('\n').length - 1;
    done = edit.end;
  }
  upTo(markdown.length);
  return builder.build();
}

type Edit =
  | Insertion
  | { start: number; end: number; target: string }
  | { start: number; end: number; said: TracedText };

/** What changes in a text, in its order: directives, and the addresses that lead elsewhere from the page it stands on. */
function editsOf({ scan, file }: Part, run: Run, sources: Sources): Edit[] {
  const said = scan.videos.flatMap(({ target, title, end }): Edit[] => {
    const film = filmPath(file, target) ?? '';
    const captions = captionsOf(film, run.locale, sources);
    return captions ? [{ start: end, end, said: transcriptOf(captions, title, filmName(film, run)) }] : [];
  });
  const own = [...scan.insertions, ...said].sort((a, b) => a.start - b.start);
  if (posix.dirname(file) === posix.dirname(run.page)) return own;
  const moved = scan.relative.map(({ start, end, target }) => ({
    start,
    end,
    target: movedTarget(target, file, run.page),
  }));
  return [...own, ...moved].sort((a, b) => a.start - b.start);
}

/** What the anchors of a film's minutes begin with, as part of an attribute, too: another for each film of a page. */
function filmName(film: string, { films }: Run): string {
  const name = posix.parse(film).name.replace(/[^\p{L}\p{N}]+/gu, '-');
  let unique = name;
  for (let number = 2; films.has(unique); number += 1) unique = `${name}-${number}`;
  films.add(unique);
  return unique;
}

function captionsOf(video: string, locale: string, { captions }: Sources): Captions | undefined {
  const file = videoFiles(video, locale, (path) => captions.has(path)).captions;
  return file === undefined ? undefined : captions.get(file);
}

/** What stands in the place of a directive: a block, or a text within the line; undefined where it is better left. */
function insert(
  insertion: Insertion,
  part: Part,
  run: Run,
  sources: Sources,
  opening: string,
): TracedText | string | InsertionProblem | undefined {
  const { kind, name } = insertion;
  if (run.exceeded) return undefined;
  run.count += 1;
  if (run.count > MOST_INSERTIONS || run.length > LONGEST) {
    run.exceeded = true;
    return { is: 'too-much' };
  }
  if (name === undefined) return { is: 'no-name', kind };
  const line = part.line + insertion.line - 1;
  if (kind === 'variable') {
    if (run.keepsVariables && !part.parameters.has(name)) return undefined;
    const said = findValue(name, { ...part, line }, run, sources);
    return typeof said === 'string'
      ? escapeMarkdown(said, STARTS_LINE.test(opening), part.markdown.charAt(insertion.end))
      : said;
  }
  const found = findSnippet(sources, name, run.locale);
  if (!found) return sources.brokenSnippets.has(name) ? undefined : { is: 'unknown-snippet', name };
  run.uses.push({ kind, name, file: part.file, line, ...(found.locale !== run.locale && { lacking: run.locale }) });
  const chain = [...part.chain, found];
  if (part.chain.some((each) => each.name === name)) return { is: 'cycle', chain: chain.map((each) => each.name) };
  if (chain.length > DEEPEST) {
    const round = wayBack(chain, sources, run.locale);
    if (round) return { is: 'cycle', chain: round };
    return { is: 'too-deep', chain: chain.map((each) => each.name), most: DEEPEST };
  }
  const parameters = setParameters(insertion, found, { ...part, line }, run, sources);
  if (!(parameters instanceof Map)) return parameters;
  const traced = expandPart({ ...partOf(found), chain, parameters }, run, sources);
  if (insertion.block) return traced;
  const inLine = asLine(traced.text);
  if (inLine === undefined) return { is: 'not-a-line', name };
  return insertion.inCell ? inLine.replace(/(?<!\\)\|/g, '\\|') : inLine;
}

/** Nothing but what opens quotes and lists. */
const STARTS_LINE = /^(?:[>\s]|[-*+]\s|\d{1,9}[.)]\s)*$/;
/** A longer one is a paragraph of its own. */
const LONGEST_LINE = 2000;

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A text that is one paragraph, as a line; undefined for any other. */
function asLine(text: string): string | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const { children } = parser.parse(text);
  if (children.length > 1 || (children[0] && children[0].type !== 'paragraph') || plainText(children) === '')
    return undefined;
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\\$/, ''))
    .join(' ');
}
