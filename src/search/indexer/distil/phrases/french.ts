import type { Forms } from './phrases.ts';

/** A vowel, or an h that is not heard: before these le, la and de lose their vowel, and ma gives way to mon. */
const VOWEL = /^(?:[aeiouyàâéèêëîïôûœ]|h(?:ôtel|istori|eure|oraire|ébergement|abit|umid))/i;

/**
 * The forms of a noun, named by those of masculine ones, and what agrees with it: `e` ends a participle (`bloqué{e}`),
 * `s` an adjective, `nt` and `ent` a verb
 * (`marche{nt}`).
 * @param noun `la commande`; after `l'` and `les` the gender (`l'adresse f`); `~l'argent m` for what is not counted.
 */
export function nounForms(noun: string): Forms {
  const [, uncounted, article, name, said] = /^(~?)(le |la |l'|les )(.+?)(?: ([mf]))?$/.exec(noun) as unknown as [
    string,
    string,
    string,
    string,
    string?,
  ];
  const plural = article === 'les ';
  const feminine = article === 'la ' || said === 'f';
  const vowel = VOWEL.test(name);
  const one = feminine ? 'une' : 'un';
  const mine = feminine && !vowel ? 'ma' : 'mon';
  const renewed = plural ? (feminine ? 'nouvelles' : 'nouveaux') : feminine ? 'nouvelle' : vowel ? 'nouvel' : 'nouveau';
  return {
    thing: name,
    other: `${article}${name}`,
    object: `${article}${name}`,
    le: `${article}${name}`,
    mon: `${plural ? 'mes' : mine} ${name}`,
    un: uncounted ? `de ${article}${name}` : `${plural ? 'des' : one} ${name}`,
    ce: `${plural ? 'ces' : feminine ? 'cette' : vowel ? 'cet' : 'ce'} ${name}`,
    'mon nouveau': `${plural ? 'mes' : feminine ? 'ma' : 'mon'} ${renewed} ${name}`,
    'un autre': `${plural ? "d'autres" : `${one} autre`} ${name}`,
    est: plural ? 'sont' : 'est',
    "n'est": plural ? 'ne sont' : "n'est",
    a: plural ? 'ont' : 'a',
    "n'a": plural ? "n'ont" : "n'a",
    e: `${feminine ? 'e' : ''}${plural ? 's' : ''}`,
    s: plural ? 's' : '',
    nt: plural ? 'nt' : '',
    ent: plural ? 'ent' : '',
  };
}

/**
 * An action: `do` and `search` with the infinitive, `doing` with the noun, or the infinitive where there is none.
 * @param action `annuler/annulation`; `{}` where what it is done to stands, which is at the end unless said.
 */
export function verbForms(action: string): Forms {
  const [verb, noun] = action.split('/') as [string, string?];
  const infinitive = verb.includes('{}') ? verb : `${verb} {}`;
  return { do: infinitive, search: infinitive, doing: noun === undefined ? infinitive : `${noun} de {}` };
}

/** Joins what French joins: `de le` is `du`, `à les` is `aux`, `de annuler` is `d'annuler`. */
export function contract(text: string): string {
  return text
    .replace(/(?<!\p{L})(de|à) (les?) (?=\p{L})/giu, (_, preposition: string, article: string) => {
      const joined = { 'de le': 'du', 'de les': 'des', 'à le': 'au', 'à les': 'aux' };
      return `${joined[`${preposition} ${article}`.toLowerCase() as keyof typeof joined]} `;
    })
    .replace(/(?<!\p{L})(d|qu)e (?=\p{L})(\S+)/giu, (all, start: string, word: string) =>
      VOWEL.test(word) ? `${start}'${word}` : all,
    );
}

/** The words of a clause without the article or pronoun that is written together with them. */
export function wordsOf(clause: string): string[] {
  return clause.split(' ').map((word) => word.replace(/^(?:[cdjlmnst]|qu)['’]/i, ''));
}
