import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const documentSchema = z.object({
  id: z.string().min(1),
  title: z.string().default(''),
  text: z.string().default(''),
  lang: z.string().optional(),
  category: z.string().optional(),
});
const querySchema = z.object({ id: z.string().min(1), text: z.string(), lang: z.string().optional() });

export type SetDocument = z.infer<typeof documentSchema>;
export type SetQuery = z.infer<typeof querySchema>;

/** A retrieval set: documents, queries, and which documents answer which query. */
export interface RelevanceSet {
  /** Name of its folder. */
  name: string;
  documents: SetDocument[];
  queries: SetQuery[];
  /** Ids of the documents that answer a query, by its id; a query without an entry has no answer here. */
  answers: Map<string, Set<string>>;
}

/**
 * Reads corpus.jsonl, queries.jsonl and qrels.tsv of a folder.
 * @throws Error naming file, line, what was found and what was expected.
 */
export async function readSet(folder: string): Promise<RelevanceSet> {
  const documents = await readDocuments(folder);
  const queries = await readLines(folder, 'queries.jsonl', querySchema);
  const answers = new Map<string, Set<string>>();
  const lines = (await readText(folder, 'qrels.tsv')).split('\n');
  lines.forEach((line, place) => {
    if (line.trim() === '') return;
    const [query, document, grade] = line.trim().split('\t');
    if (!query || !document || Number.isNaN(Number(grade ?? 1))) {
      throw new Error(
        `${path.join(folder, 'qrels.tsv')}, line ${place + 1}: found ${JSON.stringify(line)}, expected query, document and grade parted by tabs.`,
      );
    }
    if (Number(grade ?? 1) > 0) answers.set(query, (answers.get(query) ?? new Set()).add(document));
  });
  return { name: path.basename(path.resolve(folder)), documents, queries, answers };
}

/** Reads corpus.jsonl of a folder. @throws Error as `readSet`. */
export async function readDocuments(folder: string): Promise<SetDocument[]> {
  const documents = await readLines(folder, 'corpus.jsonl', documentSchema);
  if (documents.length === 0)
    throw new Error(
      `${path.join(folder, 'corpus.jsonl')} has no documents. Give one JSON object a line, with id, title and text.`,
    );
  return documents;
}

async function readLines<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>[]> {
  const lines = (await readText(folder, file)).split('\n');
  return lines.flatMap((line, place) => {
    if (line.trim() === '') return [];
    const result = schema.safeParse(parseJson(line));
    if (result.success) return [result.data];
    const [issue] = result.error.issues;
    throw new Error(
      `${path.join(folder, file)}, line ${place + 1}: found ${JSON.stringify(line.slice(0, 60))}, expected an object with ${issue?.path.join('.') || 'id and text'} (${issue?.message}).`,
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

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(path.join(folder, file), 'utf8');
  } catch (cause) {
    throw new Error(
      `${path.join(folder, file)} can't be read. Name a folder that holds corpus.jsonl, queries.jsonl and qrels.tsv.`,
      { cause },
    );
  }
}
