import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { buildSemanticIndex } from '../../../src/search/indexer/distil/semantic-index.ts';
import { indexSections } from '../../../src/search/indexer/index-document.ts';
import { writeIndex } from '../../../src/search/indexer/write/write-index.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import type { AnswerIndex } from '../suggest/build-answer-index.ts';
import { indexDocument } from './documents.ts';
import type { RelevanceTeachers } from './prepare-systems.ts';
import { readDocuments, type SetDocument } from './read-set.ts';

const mailSchema = z.object({
  id: z.string().min(1),
  lang: z.string().min(2),
  text: z.string(),
  questions: z.array(z.object({ text: z.string().min(1), answers: z.array(z.string()).min(1) })).min(1),
});

/** A customer's mail, the questions in it word by word, and the articles of which one must answer each. */
export type Mail = z.infer<typeof mailSchema>;

/** Reads `mails.jsonl` of a folder. @throws Error naming file, line, what was found and what was expected. */
export async function readMails(folder: string): Promise<Mail[]> {
  const file = path.join(folder, 'mails.jsonl');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file} can't be read. Name a folder that holds mails.jsonl, one JSON object a line.`, { cause });
  });
  return text.split('\n').flatMap((line, place) => {
    if (line.trim() === '') return [];
    const result = z.string().transform(parseJson).pipe(mailSchema).safeParse(line);
    if (result.success) return [result.data];
    const [issue] = result.error.issues;
    throw new Error(
      `${file}, line ${place + 1}: found ${JSON.stringify(line.slice(0, 60))}, expected id, lang, text and questions, each with text and answers (${issue?.path.join('.')}: ${issue?.message}).`,
    );
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The documents of a folder's `corpus.jsonl`, indexed as a site's articles; undefined where it has none. */
export async function mailCorpus(
  folder: string,
  teachers: RelevanceTeachers,
  progress: ProgressSink,
): Promise<AnswerIndex | undefined> {
  const exists = await stat(path.join(folder, 'corpus.jsonl')).catch(() => undefined);
  if (!exists) return undefined;
  const byLocale = Map.groupBy(await readDocuments(folder), ({ lang = 'en' }) => lang.toLowerCase());
  const index: AnswerIndex = {
    root: 'https://help.example.com/',
    defaultLocale: [...byLocale.keys()][0]!,
    locales: [...byLocale.keys()],
    manifests: {},
    files: new Map(),
    reviews: {},
    unread: 0,
  };
  for (const [locale, documents] of byLocale) {
    const built = await buildIndex(documents, locale, teachers, progress);
    index.manifests[locale] = built.manifestName;
    for (const [name, file] of built.files) index.files.set(name, file);
  }
  return index;
}

async function buildIndex(
  documents: readonly SetDocument[],
  locale: string,
  teachers: RelevanceTeachers,
  progress: ProgressSink,
) {
  const indexed = documents.map((document) => indexDocument(document, locale));
  const sections = indexSections(indexed);
  const own = await teachers.of(locale);
  const semantic =
    own && (await buildSemanticIndex({ locale, sections, teacher: own.passages, settings: own.settings, progress }));
  return writeIndex({ locale, documents: indexed, synonyms: [], semantic });
}
