import { type InsertionScan, scanInsertions } from '../../markdown/insertions.ts';
import type { Variable } from '../../schemas/variables.ts';
import type { Origin } from './traced-text.ts';

/** A text that others put in: snippets/<locale>/<name>.md. */
export interface Snippet {
  name: string;
  locale: string;
  /** Path below the content folder. */
  file: string;
  /** The whole file as read. */
  source: string;
  /** Its text without empty lines around it, and the line of the file on which that begins. */
  markdown: string;
  line: number;
  /** What may be set, and what stands where nothing is; undefined where something has to be set. */
  parameters: ReadonlyMap<string, string | undefined>;
  /** Filled when it is first put in. */
  scan?: InsertionScan;
}

/** What is said in a film, as far as a page shows it. */
export interface Captions {
  /** Path below the content folder, and the whole file. */
  file: string;
  source: string;
  passages: Passage[];
}

/** What is said from one place on to the next. */
export interface Passage {
  /** Seconds from the beginning of the film. */
  start: number;
  /** Line of the file. */
  line: number;
  text: string;
}

/** What variables.yaml says. */
export interface Variables {
  values: ReadonlyMap<string, Variable>;
  /** Names whose values are wrong, which is told there; all there may be when the file cannot be read. */
  broken: ReadonlySet<string> | 'all';
}

/** All that texts can have put in. */
export interface Sources {
  variables: Variables;
  snippets: readonly Snippet[];
  /** Names of snippets that cannot be read, which is told where they are. */
  brokenSnippets: ReadonlySet<string>;
  /** What is said in films, by the path of the file of captions. */
  captions: ReadonlyMap<string, Captions>;
  defaultLocale: string;
  /** The snippets by language and name: `en/refunds`. */
  byName: ReadonlyMap<string, Snippet>;
}

/** The snippet of a language, or the default language's. */
export function findSnippet({ byName, defaultLocale }: Sources, name: string, locale: string): Snippet | undefined {
  return byName.get(`${locale}/${name}`) ?? byName.get(`${defaultLocale}/${name}`);
}

/** What a snippet is to have put in, looked for once. */
export function scanOf(snippet: Snippet): InsertionScan {
  snippet.scan ??= scanInsertions(snippet.markdown);
  return snippet.scan;
}

/** The names from a snippet of a chain back to itself, where the chain goes on into itself; the shortest way. */
export function wayBack(chain: readonly Snippet[], sources: Sources, locale: string): string[] | undefined {
  const names = chain.map(({ name }) => name);
  const ways = new Map<string, string[]>([[names.at(-1)!, []]]);
  for (const [name, way] of ways) {
    const snippet = findSnippet(sources, name, locale);
    for (const { kind, name: next } of snippet ? scanOf(snippet).insertions : []) {
      if (kind !== 'snippet' || next === undefined) continue;
      if (names.includes(next)) return [...names.slice(names.indexOf(next)), ...way, next];
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}

/** All that was read, to be found by name. */
export function createSources(
  snippets: readonly Snippet[],
  brokenSnippets: ReadonlySet<string>,
  variables: Variables,
  defaultLocale: string,
  captions: readonly Captions[] = [],
): Sources {
  return {
    variables,
    snippets,
    brokenSnippets,
    captions: new Map(captions.map((each) => [each.file, each])),
    defaultLocale,
    byName: new Map(snippets.map((snippet) => [`${snippet.locale}/${snippet.name}`, snippet])),
  };
}

/** Whether both put the same text in the same places, from the same lines. */
export function areSameSources(one: Sources, other: Sources): boolean {
  const all = ({ snippets, variables, captions, defaultLocale }: Sources): string =>
    JSON.stringify([
      defaultLocale,
      [...variables.values],
      [...snippets, ...captions.values()].map(({ file, source }) => [file, source]),
    ]);
  return one === other || all(one) === all(other);
}

/** Whether a variable is not known because its value is wrong, or may be. */
export function isBroken({ variables: { broken } }: Sources, name: string): boolean {
  return broken === 'all' || broken.has(name);
}

/** Nothing to put in. */
export const NO_SOURCES: Sources = createSources([], new Set(), { values: new Map(), broken: new Set() }, 'en');

/** A place where a text asks for a snippet or a variable. */
export interface Use {
  kind: 'snippet' | 'variable';
  name: string;
  /** Where the directive is written, which for one in a snippet is the snippet's file. */
  file: string;
  line: number;
  /** The language of the text for which there is no such snippet or value, so that the default one's stands there. */
  lacking?: string;
}

/** What a page has put in. */
export interface Insertions {
  /** Snippets and variables, those within snippets too. */
  uses: Use[];
  /** Where each line of the page's text is written. */
  origins: Origin[];
  /** Whether everything could be put in. */
  whole: boolean;
  /** How many lines the page's file has. */
  fileLines: number;
  /** The page before anything was put in. */
  written: { title: string; description: string; body: string };
  /** Its text with snippets, and without variables: what a translation with the same variables has to say. */
  withSnippets: string;
}
