import { NUMBER_MASK } from '../../core/semantic/long-numbers.ts';
import type { Forms, Phrases } from './phrases/phrases.ts';
import { pick, type Random } from './seeded-random.ts';

/** Where the words of the questions come from beside the phrases. */
export interface SiteWords {
  /** Things that the site's articles are about. */
  things: readonly Forms[];
  /** What its titles tell how to do, whole. */
  actions: readonly Forms[];
}

/** Share of the blanks filled with the site's own things. */
const OWN_THINGS = 0.8;
/** Share of the questions that ask for something a title tells. */
const OWN_ACTIONS = 0.35;
/** One of so many questions of no site is about a thing with a number; the spans of a site choose its dimensions, too. */
const NUMBERED_EVERY = 12;

/** Made-up questions as customers put them; their grammar is right more often than their sense. */
export function questionSpans(count: number, phrases: Phrases, random: Random, site?: SiteWords): string[] {
  return Array.from({ length: count }, (_, place) =>
    question(phrases, random, site, site === undefined && place % NUMBERED_EVERY === 0),
  );
}

/** @param numbered Whether what it is about has a number. */
function question(phrases: Phrases, random: Random, site: SiteWords | undefined, numbered: boolean): string {
  const { gap, settle = (text) => text } = phrases;
  const frame = pick(phrases.frames, random);
  const named = oneThing(phrases, random, site);
  // Forms without the name are words that agree with it: `ist` or `sind`.
  const number = (form: string): string => (form.includes(named.thing!) ? `${form}${gap}${NUMBER_MASK}` : form);
  const thing = numbered ? mapForms(named, number) : named;
  const other = oneThing(phrases, random, site);
  const action = pick(phrases.actions, random);
  const first = determined(thing, phrases, random);
  const object =
    random() < 0.25
      ? fill(pick(phrases.joints, random), { thing: first, other: determined(other, phrases, random) })
      : first;
  const own = site && site.actions.length > 0 && random() < OWN_ACTIONS ? pick(site.actions, random) : undefined;
  const blanks: Forms = {
    ...thing,
    other: other.other!,
    ...(own ?? actionOn(action, object, thing.thing)),
    state: fill(pick(phrases.states, random), thing),
  };
  const ending = pick(phrases.endings, random);
  return settle(`${fill(frame, blanks)}${gap}${ending}`.trim());
}

/**
 * An action done to a thing.
 * @param bare The thing as searches have it, where that is another than what sentences have.
 */
export function actionOn(action: Forms, object: string, bare = object): Forms {
  return mapForms(action, (form, blank) => form.replace('{}', () => (blank === 'search' ? bare : object)));
}

/** Fills the blanks of a text. */
function fill(text: string, blanks: Forms): string {
  return text.replace(/\{([^{}]+)\}/g, (_, blank: string) => blanks[blank] ?? '');
}

function mapForms(forms: Forms, change: (form: string, blank: string) => string): Forms {
  return Object.fromEntries(Object.entries(forms).map(([blank, form]) => [blank, change(form, blank)]));
}

function oneThing(phrases: Phrases, random: Random, site: SiteWords | undefined): Forms {
  return site && site.things.length > 0 && random() < OWN_THINGS
    ? pick(site.things, random)
    : pick(phrases.things, random);
}

function determined(thing: Forms, { determiners }: Phrases, random: Random): string {
  return random() < 0.2 ? (thing.object ?? thing.thing!) : fill(pick(determiners, random), thing);
}
