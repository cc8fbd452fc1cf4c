import { NUMBER_MASK } from '../../core/semantic/long-numbers.ts';
import type { Phrases } from './phrases/phrases.ts';
import { pick, type Random } from './seeded-random.ts';

/** Where the words of the questions come from beside the phrases. */
export interface SiteWords {
  /** Things that the site's articles are about. */
  things: readonly string[];
  /** What its titles tell how to do. */
  actions: readonly string[];
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
  const frame = pick(phrases.frames, random);
  const thing = oneThing(phrases, random, site) + (numbered ? ` ${NUMBER_MASK}` : '');
  const other = oneThing(phrases, random, site);
  const [act, acting] = pick(phrases.actions, random);
  const object =
    determined(thing, phrases, random) +
    (random() < 0.25 ? ` ${pick(phrases.joints, random)} ${determined(other, phrases, random)}` : '');
  const own = site && site.actions.length > 0 && random() < OWN_ACTIONS ? pick(site.actions, random) : undefined;
  const blanks: Record<string, string> = {
    do: own ?? `${act} ${object}`,
    doing: own ?? `${acting} ${object}`,
    thing,
    other,
    state: pick(phrases.states, random),
  };
  const ending = pick(phrases.endings, random);
  return `${frame.replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? '')} ${ending}`.trim();
}

function oneThing(phrases: Phrases, random: Random, site: SiteWords | undefined): string {
  return site && site.things.length > 0 && random() < OWN_THINGS
    ? pick(site.things, random)
    : pick(phrases.things, random);
}

function determined(thing: string, { determiners }: Phrases, random: Random): string {
  return random() < 0.2 ? thing : `${pick(determiners, random)} ${thing}`;
}

/** What titles tell how to do: `How do I cancel my order?` and `Cancel an order` give what follows `how do i`. */
export function actionsIn(titles: readonly string[], { frames, actions }: Phrases): string[] {
  const openings = frames.filter((frame) => frame.endsWith(' {do}')).map((frame) => frame.slice(0, -'{do}'.length));
  const verbs = actions.flatMap(([act]) => [`${act} `]);
  return titles.flatMap((title) => {
    const plain = title.toLowerCase().replace(/[?!.]+$/, '');
    const opening = openings.filter((one) => plain.startsWith(one)).sort((one, other) => other.length - one.length)[0];
    if (opening !== undefined) return [plain.slice(opening.length)];
    return verbs.some((verb) => plain.startsWith(verb)) ? [plain] : [];
  });
}
