import { helpScout } from '../helpscout/read-helpscout.ts';
import { intercom } from '../intercom/read-intercom.ts';
import type { Skipped, SourceSite } from '../source.ts';
import { zendesk } from '../zendesk/read-zendesk.ts';
import { apiError } from './api-error.ts';
import { articlesOf, type HelpDesk, isOf, kindIn } from './help-desk.ts';
import { isSettings, type JsonFiles } from './json-files.ts';
import { type JsonPage, type JsonRecord, takeApart } from './json-records.ts';
import { missingPages } from './missing-pages.ts';

const desks: readonly HelpDesk[] = [zendesk, intercom, helpScout];

/** What the JSON files of a folder hold. */
export interface ReadExport {
  /** Undefined when no record is of a known help desk. */
  site?: SourceSite;
  /** The name of the help desk. */
  name?: string;
  /** The files and records that are not imported, each with the reason. */
  skipped: Skipped[];
  /** The files that records of the help desk stand in. */
  origins: string[];
  /** The files that hold an error or a page to sign in instead of an answer. */
  failed: string[];
}

/**
 * Reads the export that some JSON files hold, from whichever help desk. Of two exports the one with more articles is
 * read, and the files of the other are named. What no reader takes is named with its file.
 */
export function readExport(json: JsonFiles, options: { locale?: string }): ReadExport {
  const skipped = [...json.skipped];
  const failed = [...json.failed];
  const pages: JsonPage[] = [];
  for (const [file, documents] of Map.groupBy(json.documents, ({ origin }) => origin)) {
    const errors = documents.flatMap(({ value }) => apiError(value) ?? []);
    for (const detail of new Set(errors)) skipped.push({ origin: file, reason: 'unreadable', detail });
    if (errors.length > 0) failed.push(file);
    if (errors.length === documents.length) continue;
    const page = takeApart(
      file,
      documents.map(({ value }) => value),
    );
    if (page.records.length > 0) pages.push(page);
    else skipped.push(withoutRecords(page));
  }
  const desk = desks
    .filter((one) => pages.some((page) => isOf(one, page)))
    .toSorted((one, other) => articlesOf(other, pages) - articlesOf(one, pages))[0];
  if (!desk) {
    skipped.push(...pages.map(strange));
    return { skipped, origins: [], failed };
  }
  const own: JsonPage[] = [];
  for (const page of pages) {
    const others = desks.filter((one) => one !== desk && isOf(one, page));
    if (!isOf(desk, page) && others[0]) skipped.push(ofAnother(page, others[0], desk));
    // What has a name of its own, such as a list of users, belongs to the export and is counted with its like.
    else if (page.records.some((record) => kindIn(desk, record) || kindName(record))) own.push(page);
    else skipped.push(strange(page));
  }
  const records = Map.groupBy(
    own.flatMap((page) => page.records),
    (record) => kindIn(desk, record),
  );
  skipped.push(...notCarriedOver(records.get(undefined) ?? []), ...own.flatMap(strays));
  const site = desk.read(
    { root: json.root, files: json.files, skipped, of: (...kinds) => kinds.flatMap((kind) => records.get(kind) ?? []) },
    options,
  );
  site.notes.push(...missingPages(own, (record) => kindIn(desk, record), desk));
  return { site, name: desk.name, skipped: site.skipped, origins: own.map(({ file }) => file), failed };
}

/** A file without a single record: settings, an empty list, or anything else. */
function withoutRecords(page: JsonPage): Skipped {
  if (isSettings(page.file))
    return { origin: page.file, reason: 'not-an-article', detail: 'settings of a program, no export' };
  const fields = page.fields.length > 0 ? `, only the fields ${shortList(page.fields)}` : '';
  const [stray] = strays(page);
  return stray ?? { origin: page.file, reason: 'not-an-article', detail: `no records are in it${fields}` };
}

/** A file with records that no help desk wrote, or that its reader has no use for. */
function strange(page: JsonPage): Skipped {
  const fields = Object.keys(page.records[0]?.record ?? {});
  const has = (...names: string[]): boolean => names.some((name) => fields.includes(name));
  const looksLikeArticle = has('title', 'name') && has('body', 'text', 'content', 'html');
  return {
    origin: page.file,
    reason: looksLikeArticle ? 'unreadable' : 'not-an-article',
    detail: `${countOf(page.records.length, `record with ${shortList(fields)}`)}, which no known help desk writes${
      looksLikeArticle
        ? ': an article of Zendesk has section_id or html_url, one of Intercom type "article", one of Help Scout collectionId and number. Export it with these fields'
        : ''
    }`,
  };
}

function ofAnother(page: JsonPage, other: HelpDesk, desk: HelpDesk): Skipped {
  const articles = articlesOf(other, [page]);
  return {
    origin: page.file,
    reason: 'not-an-article',
    detail: `${articles > 0 ? `${countOf(articles, 'article')} of ` : 'part of an export of '}${other.name}, beside the export of ${desk.name} that was imported. Put it into a folder of its own, and import that too`,
  };
}

/** Records in the files of an export that have no place here, such as users: by what they are, with their files. */
function notCarriedOver(rest: JsonRecord[]): Skipped[] {
  return [...Map.groupBy(rest, nameOf)].map(([name, records]) => {
    const files = [...new Set(records.map(({ file }) => file))];
    return {
      origin: files.length > 2 ? `${files[0]} and ${files.length - 1} more files` : files.join(', '),
      reason: 'not-an-article',
      detail: `${countOf(records.length, name)}: not carried over`,
    };
  });
}

/** What stands in the lists of a file and is no record. */
function strays({ file, strays: count }: JsonPage): Skipped[] {
  if (count === 0) return [];
  return [
    {
      origin: file,
      reason: 'unreadable',
      detail: `${count} of the entries of its lists ${count === 1 ? 'is no record' : 'are no records'}; export it again`,
    },
  ];
}

/** What a record is, in the words of its export. */
function nameOf(record: JsonRecord): string {
  const name = kindName(record);
  return name ? `record of the kind “${name}”` : `record with ${shortList(Object.keys(record.record))}`;
}

function kindName({ list, record }: JsonRecord): string | undefined {
  return [record.result_type, record.type, list]
    .map((one) => (typeof one === 'string' && /^[\w .-]{1,40}$/.test(one) ? one : undefined))
    .find(Boolean);
}

function countOf(count: number, what: string): string {
  return `${count} ${count === 1 ? what : what.replace(/^[a-z]+/, (word) => `${word}s`)}`;
}

function shortList(names: string[]): string {
  if (names.length === 0) return 'no fields';
  const shown = names.slice(0, 5).map((name) => name.slice(0, 40));
  return `${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`;
}
