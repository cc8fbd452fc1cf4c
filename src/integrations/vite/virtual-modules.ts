import { memoize } from '../../cache/memoize.ts';
import { publishedArticles } from '../../content/published-articles.ts';
import type { HelpCenter } from '../../content/types.ts';
import { lookupFiles } from '../../permalinks/lookup.ts';
import { publishedAnchors } from '../../permalinks/record.ts';
import { exampleQuestions } from '../../schemas/queries.ts';
import { CURRENT_FOLDER, type SearchBuild } from '../../search/indexer/process/build-index.ts';
import type { PageKind } from '../../site/head-sources.ts';
import { framersOf, hasFolding, policyOfPage, standsInHelpDesks } from '../content-security-policy.ts';
import type { CurrentContent } from '../current-content.ts';
import { inlineScripts } from '../inline-scripts.ts';
import { CONVERTED_MODULE } from '../loaders/converted-texts.ts';
import { planRedirects } from '../redirect-plan.ts';
import { hasVideos } from '../video-files.ts';
import { brandModule } from './brand-module.ts';

const PREFIX = 'virtual:signpost/';

/** The Vite plugin behind src/data: settings, interface texts, brand files, index names and what a head begins with, as modules. */
export function virtualModules(content: CurrentContent, command: string) {
  return {
    name: 'signpost:virtual-modules',
    resolveId(id: string) {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    load(id: string) {
      if (id === `\0${PREFIX}site`) return `export const site = ${JSON.stringify(content.center.site)};`;
      if (id === `\0${PREFIX}strings`) return `export const ownStrings = ${JSON.stringify(content.center.strings)};`;
      if (id === `\0${PREFIX}notices`) return `export const notices = ${JSON.stringify(content.center.notices)};`;
      if (id === `\0${PREFIX}agents`) return `export const agents = ${JSON.stringify(content.center.agents)};`;
      if (id === `\0${PREFIX}examples`)
        return `export const examples = ${JSON.stringify(exampleQuestions(content.center.queries))};`;
      if (id === `\0${PREFIX}head`) return headModule(content.center);
      if (id === `\0${PREFIX}brand`) return brandModule(content.center, command);
      if (id === `\0${PREFIX}permalinks`) return permalinksModule(content.center, command);
      if (id === `\0${PREFIX}own-pages`) return ownPagesModule(content, command);
      if (id === `\0${PREFIX}converted`) return CONVERTED_MODULE;
      if (id === `\0${PREFIX}search`) return searchModule(content, command);
      return undefined;
    },
  };
}

function headModule(center: HelpCenter): string {
  const { site, notices } = center;
  const settings = { ...site, notices, videos: hasVideos(center), folding: hasFolding(center) };
  const page = (kind: PageKind) => ({
    policy: policyOfPage({ ...settings, folding: false }, kind),
    foldingPolicy: policyOfPage(settings, kind),
    framers: framersOf(settings, kind),
    panel: standsInHelpDesks(settings, kind),
  });
  const exported = {
    pageKinds: { site: page('site'), widget: page('widget'), agents: page('agents') },
    inlineScripts,
  };
  return Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** While writing each permalink has a page, drafts' too, since no host is there that reads rules. */
function permalinksModule(center: HelpCenter, command: string): string {
  const { permalinks, lookup } = planRedirects(center);
  const built =
    command === 'build'
      ? { pages: permalinks.map(({ id }) => id), lookupFiles: lookup.size > 0 ? lookupFiles(lookup).count : 0 }
      : {};
  const exported = {
    record: center.permalinks,
    anchors: publishedAnchors(center),
    pages: null,
    lookupFiles: 0,
    ...built,
  };
  return Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** Whether there are pages of the owner's own: to ask for a collection that is empty gives a warning for each page. */
function ownPagesModule(content: CurrentContent, command: string): string {
  const has = (): boolean => content.center.ownPages.length > 0;
  if (command === 'build') return `export const hasOwnPages = () => ${has()};`;
  Object.assign(globalThis, { [Symbol.for(OWN_PAGES)]: has });
  return `export const hasOwnPages = globalThis[Symbol.for('${OWN_PAGES}')];`;
}

/**
 * Where pages find the function that gives the search. Those of a build are bundled while the search is being built, which
 * takes longer; those that are served while writing outlive many searches, and wait for none. A bundle shares no modules
 * with the process that runs it, only what is global.
 */
const SEARCH = 'signpost.search';
/** As above, for pages that are served while writing. */
const OWN_PAGES = 'signpost.own-pages';

function searchModule(content: CurrentContent, command: string): string {
  const global = `globalThis[Symbol.for('${SEARCH}')]`;
  if (command === 'build') {
    Object.assign(globalThis, { [Symbol.for(SEARCH)]: () => content.search() });
    return `const built = await ${global}();\nexport const search = () => built;`;
  }
  Object.assign(globalThis, { [Symbol.for(SEARCH)]: () => pagesSearch(content) });
  return `export const search = ${global};`;
}

/** Asked several times by each page. */
const searchedLocales = memoize((center: HelpCenter): readonly string[] => [
  ...new Set(publishedArticles(center).map(({ locale }) => locale)),
]);

/** What pages need to know of the search while writing. The index changes under a page: it always asks for the current manifest. */
function pagesSearch({ center, live }: CurrentContent): Pick<SearchBuild, 'indexes' | 'related'> {
  const current = searchedLocales(center).map((locale) => [locale, `${CURRENT_FOLDER}/${locale}.json`] as const);
  return {
    indexes: Object.fromEntries(
      current.map(([locale, name]) => [locale, { manifest: name, current: name, needed: [] }]),
    ),
    related: live?.now?.related ?? {},
  };
}
