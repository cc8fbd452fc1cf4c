import type { HelpCenter } from '../content/types.ts';
import type { Notices } from '../schemas/notices.ts';
import type { Site } from '../schemas/site.ts';
import { headOf, headSources, type PageKind } from '../site/head-sources.ts';
import { hashSource, inlineSource } from './inline-scripts.ts';

/**
 * The policy the site runs under: everything from its own origin, no inline style and no inline script but those
 * that are named by their hashes.
 * 'wasm-unsafe-eval' lets the deep tier compile its WebAssembly and nothing else. Other origins are
 * contacted only where the owner named them: as endpoints for messages and for counting, as status page, and in `head`;
 * only the widget's origins may frame the site, and only those of `agents` the agents' page.
 */
const DIRECTIVES: Record<string, string> = {
  'default-src': "'none'",
  'script-src': `'self' 'wasm-unsafe-eval' ${inlineSource('frameGuard')} ${inlineSource('themeBoot')} ${inlineSource('preloadIndex')}`,
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'frame-ancestors': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
};

/** The settings that the policy depends on. */
export type PolicySettings = Partial<Pick<Site, 'agents' | 'contact' | 'counting' | 'head' | 'locales' | 'widget'>> & {
  notices?: Notices;
  /** Whether pages show films. */
  videos?: boolean;
  /** Whether pages have text for some readers, or tabs. */
  folding?: boolean;
};

/** Whether some page has text for some readers, or tabs. */
export function hasFolding({ articles, ownPages }: HelpCenter): boolean {
  return [...articles, ...ownPages].some(({ variantBlocks }) => variantBlocks !== undefined);
}

/** The value of the Content-Security-Policy header. */
export function contentSecurityPolicy(settings: PolicySettings = {}, page: PageKind = 'site'): string {
  return policy(Object.keys(DIRECTIVES), settings, page);
}

/** The policy as a page states it for hosts that set no headers; browsers read `frame-ancestors` in headers only. */
export function policyOfPage(settings: PolicySettings = {}, page: PageKind = 'site'): string {
  return policy(
    Object.keys(DIRECTIVES).filter((name) => name !== 'frame-ancestors'),
    settings,
    page,
  );
}

function policy(names: string[], settings: PolicySettings, page: PageKind): string {
  const { contact, counting, locales, notices, folding } = settings;
  const head = headOf(settings.head ?? [], page);
  const entries = head.map(headSources);
  const further: Record<string, string[]> = {
    'script-src': [
      ...(standsInHelpDesks(settings, page) ? [inlineSource('panelBoot')] : []),
      ...(locales && locales.length > 1 ? [inlineSource('languageBoot')] : []),
      ...(notices && notices.notices.length > 0 ? [inlineSource('noticesBoot')] : []),
      ...(folding ? [inlineSource('variantsBoot')] : []),
      ...head.flatMap(({ inline }) => (inline === undefined ? [] : hashSource(inline))),
      ...entries.flatMap(({ scripts }) => scripts),
    ],
    'img-src': entries.flatMap(({ images }) => images),
    'connect-src': [
      ...[contact?.send?.url, counting?.endpoint, notices?.live?.statuspage].flatMap(originOf),
      ...entries.flatMap(({ connect }) => connect),
    ],
    'frame-ancestors': framing(settings, page),
  };
  const all = names.map((name) => [name, DIRECTIVES[name], ...new Set(further[name])].join(' '));
  return [...all, ...(settings.videos ? ["media-src 'self'"] : [])].join('; ');
}

/** The origins that may frame a page of this kind. */
function framing({ agents, widget }: PolicySettings, page: PageKind): string[] {
  return (page === 'agents' ? agents : widget)?.origins ?? [];
}

/** Whether a page is an agents' page that somebody may frame; any other page needs nothing for that. */
export function standsInHelpDesks(settings: PolicySettings, page: PageKind): boolean {
  return page === 'agents' && framing(settings, page).length > 0;
}

/**
 * The origins that may frame a page of this kind, as a pattern for the script that stands in for `frame-ancestors` on hosts
 * that set no headers; undefined where none may.
 */
export function framersOf(settings: PolicySettings, page: PageKind = 'site'): string | undefined {
  const origins = framing(settings, page).map((origin) =>
    origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('\\*\\.', '[^/]+\\.'),
  );
  return origins.length > 0 ? `^(?:${origins.join('|')})$` : undefined;
}

/** The origin of a full address; a path of the site itself has none. */
function originOf(address: string | undefined): string[] {
  return address !== undefined && URL.canParse(address) ? [new URL(address).origin] : [];
}
