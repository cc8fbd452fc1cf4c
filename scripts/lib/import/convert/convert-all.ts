import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { SourceArticle } from '../sources/source.ts';
import { withoutMarks } from '../sources/value-marks.ts';
import type { Conversion, ConversionInput } from './conversion.ts';
import { shorten } from './description.ts';
import type { LinkIndex } from './link-index.ts';
import { writeMarkdown } from './write-markdown.ts';

/** An article that takes longer than this was made to break parsers; its plain text is kept instead. Milliseconds. */
const timeLimit = 9_000;

/**
 * Converts articles on all cores. One that a parser cannot read, or not in time, keeps its plain text, with a
 * note that says so: its thread is ended, and the others go on.
 */
export async function convertAll(
  articles: SourceArticle[],
  links: LinkIndex,
  onEach: () => void,
): Promise<Conversion[]> {
  const threads = Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(articles.length / 20)));
  const pool = new Tinypool({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: { links },
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  });
  const results: Conversion[] = [];
  let next = 0;
  const takeNext = async (): Promise<void> => {
    for (let index = next++; index < articles.length; index = next++) {
      const article = articles[index];
      if (!article) continue;
      results[index] = await convertOne(pool, article);
      onEach();
    }
  };
  try {
    // The clock of the first articles must not run while a busy machine still loads the parsers.
    await Promise.all(Array.from({ length: threads }, () => pool.run(nothing)));
    await Promise.all(Array.from({ length: threads }, takeNext));
  } finally {
    await pool.destroy();
  }
  return results;
}

const nothing: ConversionInput = { id: '', locale: 'en', title: '', format: 'html', body: '', folder: '' };

async function convertOne(pool: Tinypool, article: SourceArticle): Promise<Conversion> {
  const { id, locale, title, format, body, folder, address } = article;
  const input: ConversionInput = { id, locale, title, format, body, folder, address };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeLimit);
  try {
    const result = (await pool.run(input, { signal: abort.signal })) as Conversion | { failed: string };
    return 'failed' in result
      ? plainTextConversion(input, `its structure could not be read (${result.failed})`)
      : result;
  } catch (error) {
    const why = abort.signal.aborted
      ? `its structure was not read within ${timeLimit / 1000} s`
      : `its structure could not be read (${error instanceof Error ? error.message : String(error)})`;
    return plainTextConversion(input, why);
  } finally {
    clearTimeout(timer);
  }
}

/** Longest text that is kept of an article that no parser reads, in characters. */
const longest = 200_000;

/** The last resort: the words of a text without its structure, one paragraph for each block of it. */
export function plainTextConversion(input: ConversionInput, why: string): Conversion {
  const bare =
    input.format === 'html'
      ? input.body
          .slice(0, longest * 4)
          .replace(/<script\b[\s\S]*?(?:<\/script\s*>|$)|<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, ' ')
          .replace(/<\/?(p|div|li|h[1-6]|tr|br|table|ul|ol)\b[^<>]*>/gi, '\n\n')
          .replace(/<[^<>]*>/g, ' ')
      : input.body;
  const paragraphs = withoutMarks(bare)
    .replace(/\n\s*\n/g, '\n\n')
    .slice(0, longest)
    .split('\n\n')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const markdown = writeMarkdown({
    type: 'root',
    children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  });
  return {
    markdown,
    anchors: {},
    pending: [],
    keywords: [],
    images: [],
    inlineImages: [],
    videos: [],
    tabs: [],
    downloads: [],
    description: paragraphs[0] ? shorten(paragraphs[0]) : undefined,
    notes: [{ level: 'lost', kind: 'structure-lost', detail: `${why}; its plain text was kept` }],
  };
}
