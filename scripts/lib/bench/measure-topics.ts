import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Event } from '../../../src/schemas/events.ts';
import { searchSettingsSchema } from '../../../src/schemas/search-settings.ts';
import { terminalProgress } from '../../../src/terminal/progress.ts';
import { countEvents } from '../insights/count/count-events.ts';
import { groupQuestions } from '../insights/group/group-questions.ts';
import { type RelevanceSet, readSet } from '../relevance/read-set.ts';
import type { Row } from './row.ts';

const TOPICS = 20;
const WORDINGS = 50;
const SEARCHES = 20_000;
/** Groups that the report shows. */
const SHOWN = 25;

/**
 * Plants questions without an answer among 20,000 searches and looks for them in the first groups of the report: 50
 * wordings each of 20 topics of the first retrieval set, where a topic is a document and its wordings are the queries
 * it answers and the lines of its text; beside them, also unanswered, one query for each document of the other sets.
 * A topic is found when it is the majority of one of the first 25 groups. Done with each 20 topics of the set in turn.
 */
export async function measureTopics(workspace: string, folders: string[]): Promise<Row[]> {
  const [planted, ...others] = await Promise.all(folders.map(readSet));
  if (!planted || others.length === 0)
    throw new Error('--sets wants a set whose documents are topics, and at least one more: --sets banking,faq.');
  const topics = wordingsByTopic(planted);
  const singles = others.flatMap(oneQueryEach);
  const rows: Row[] = [];
  for (let start = 0; start + TOPICS <= topics.length; start += TOPICS) {
    const chosen = topics.slice(start, start + TOPICS);
    const found = await findTopics(join(workspace, 'planted.ndjson'), chosen, singles);
    const wordings = chosen.reduce((sum, topic) => sum + topic.wordings.length, 0);
    rows.push({
      group: 'topics',
      name: `topics ${start + 1} to ${start + TOPICS}, ${wordings} wordings, in the first ${SHOWN} groups, %`,
      value: (100 * found) / TOPICS,
      unit: '',
      target: { atLeast: 90 },
    });
  }
  return [...rows, { group: 'topics', name: 'other questions without an answer', value: singles.length, unit: '' }];
}

/** How many of the topics are the majority of one of the first groups. */
async function findTopics(file: string, topics: Topic[], others: string[]): Promise<number> {
  const topicOf = new Map(topics.flatMap(({ topic, wordings }) => wordings.map((text) => [text, topic] as const)));
  const unanswered = [...topicOf.keys(), ...others.filter((text) => !topicOf.has(text))];
  const answered = Array.from(
    { length: SEARCHES - unanswered.length },
    (_, index) => `answered question ${index % 3000}`,
  );
  await writeFile(
    file,
    [...unanswered.map((text) => searchFor(text, 'none')), ...answered.map((text) => searchFor(text, 'confident'))]
      .map(toLine)
      .join(''),
  );
  const progress = terminalProgress(process.stderr);
  const { questions } = await countEvents([file], 5000, progress);
  const groups = await groupQuestions(questions.unanswered, searchSettingsSchema.parse({}), ['en'], progress);
  const found = new Set(
    groups.slice(0, SHOWN).map(({ questions: own }) => majority(own.map(({ text }) => topicOf.get(text)))),
  );
  found.delete(undefined);
  return found.size;
}

interface Topic {
  topic: string;
  wordings: string[];
}

/** The topics, those with the most wordings first; these are cut to the length that an event keeps. */
function wordingsByTopic({ documents, queries, answers }: RelevanceSet): Topic[] {
  const lists = documents.map(({ id, text }) => {
    const questions = queries.filter((query) => answers.get(query.id)?.has(id)).map((query) => query.text);
    return {
      topic: id,
      wordings: [...new Set([...questions, ...text.split('\n')].map(collapseSpace).filter(Boolean))].slice(0, WORDINGS),
    };
  });
  return lists.sort((a, b) => b.wordings.length - a.wordings.length || (a.topic < b.topic ? -1 : 1));
}

function oneQueryEach({ queries, answers }: RelevanceSet): string[] {
  const seen = new Set<string>();
  return queries.flatMap(({ id, text }) => {
    const [document = id] = answers.get(id) ?? [];
    if (seen.has(document)) return [];
    seen.add(document);
    return [collapseSpace(text)];
  });
}

function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300).trim();
}

function searchFor(query: string, verdict: 'none' | 'confident') {
  const opened = verdict === 'confident';
  return {
    type: 'search',
    query,
    length: query.length,
    verdict,
    tier: 'instant',
    results: 5,
    rank: opened ? 1 : null,
    article: opened ? 'refunds' : null,
  } as const;
}

function toLine(search: ReturnType<typeof searchFor>, index: number): string {
  const number = index.toString(16).padStart(12, '0');
  const event = {
    v: 1,
    id: `00000000-0000-4000-8000-${number}`,
    visit: `00000001-0000-4000-8000-${number}`,
    at: '2026-05-01T10:00:00.000Z',
    locale: 'en',
    surface: 'site',
    ...search,
  } satisfies Event;
  return `${JSON.stringify(event)}\n`;
}

/** The topic of more than half of them; undefined when there is none. */
function majority(topics: (string | undefined)[]): string | undefined {
  return [...Map.groupBy(topics, (topic) => topic)].find(([, members]) => members.length * 2 > topics.length)?.[0];
}
