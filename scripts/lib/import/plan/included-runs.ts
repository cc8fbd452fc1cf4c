import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { SourceArticle, SourcePart } from '../sources/source.ts';

/** A shorter text is no trouble to write twice. Letters and digits. */
const LEAST = 40;
/** Of one article, in parts and in characters: parts that include each other double with each level. */
const MOST_PARTS = 200;
const MOST_TEXT = 500_000;

/** Some blocks of an article that came from a file that it included. */
export interface IncludedRun {
  file: string;
  start: number;
  end: number;
  /** What the file was given there. */
  values: Readonly<Record<string, string>>;
}

/** The blocks of an article whose words stand in a text that it includes, in its order. */
export function includedRuns(markdown: string, { parts = [] }: SourceArticle): IncludedRun[] {
  const blocks = parts.length > 0 ? blocksOf(markdown) : [];
  const runs = new Map<string, IncludedRun>();
  for (const { file, text, values = {} } of distinct(parts))
    for (const { start, end } of runsWithin(blocks, wordsOf(text)))
      runs.set(`${file} ${start} ${end}`, { file, start, end, values });
  return [...runs.values()];
}

function distinct(parts: readonly SourcePart[]): SourcePart[] {
  const found = new Map(parts.map((part) => [JSON.stringify([part.file, part.text, part.values]), part]));
  let left = MOST_TEXT;
  return [...found.values()].slice(0, MOST_PARTS).filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
}

/** Whether a text is worth a file of its own: what is set for it in each place does not count. */
export function isWorthAFile(markdown: string): boolean {
  return wordsOf(markdown.replace(/:var\{[^{}]*\}/g, ' ')).length >= LEAST;
}

interface Block {
  start: number;
  end: number;
  letters: string;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of a text that stand in no other; a `:::` block is one with its fences. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open = 0;
  for (const node of parser.parse(markdown).children as Nodes[]) {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = markdown.slice(start, end);
    const letters = lettersOf(node);
    const before = open;
    for (const line of source.split('\n')) {
      if (/^:{3,}[a-z]/.test(line)) open += 1;
      else if (/^:{3,}$/.test(line.trimEnd())) open = Math.max(0, open - 1);
    }
    const last = blocks.at(-1);
    if (before > 0 && last) {
      last.end = end;
      last.letters += letters;
    } else blocks.push({ start, end, letters });
  }
  return blocks;
}

/** Runs of blocks whose words stand in an included text, in its order. */
function runsWithin(blocks: readonly Block[], letters: string): Block[] {
  const runs: Block[] = [];
  let run: Block | undefined;
  let from = 0;
  const close = (): void => {
    if (run && run.letters.length >= LEAST) runs.push(run);
    run = undefined;
    from = 0;
  };
  for (const block of blocks) {
    const bare = block.letters.replace(/^(?:note|tip|important|warning|caution|details|steps|cards)/, '');
    let at = bare === '' ? -1 : letters.indexOf(bare, from);
    if (at === -1 && run) {
      close();
      at = bare === '' ? -1 : letters.indexOf(bare);
    }
    if (at === -1) continue;
    from = at + bare.length;
    run = run ? { start: run.start, end: block.end, letters: run.letters + bare } : { ...block, letters: bare };
  }
  close();
  return runs;
}

function wordsOf(markdown: string): string {
  return parser.parse(markdown).children.map(lettersOf).join('');
}

function lettersOf(node: Nodes): string {
  const text = node.type === 'html' ? node.value.replace(/<[^<>]*>/g, ' ') : plainText(node);
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
