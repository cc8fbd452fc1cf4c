import type { Forms } from './phrases.ts';

const ARTICLES = {
  el: { un: 'un', este: 'este', nuevo: 'nuevo', otro: 'otro', o: 'o' },
  la: { un: 'una', este: 'esta', nuevo: 'nueva', otro: 'otra', o: 'a' },
  los: { un: 'unos', este: 'estos', nuevo: 'nuevos', otro: 'otros', o: 'os' },
  las: { un: 'unas', este: 'estas', nuevo: 'nuevas', otro: 'otras', o: 'as' },
};

/**
 * The forms of a noun, named by those of masculine ones, and what agrees with it: `o` ends a participle (`bloquead{o}`), `s` an
 * adjective, `n` a verb (`llega{n}`).
 * @param noun `el pedido`; `~el dinero` for what is not counted and so has no `un`.
 */
export function nounForms(noun: string): Forms {
  const [, uncounted, article, name] = /^(~?)(el|la|los|las) (.+)$/.exec(noun) as unknown as [
    string,
    string,
    keyof typeof ARTICLES,
    string,
  ];
  const { un, este, nuevo, otro, o } = ARTICLES[article];
  const plural = article.endsWith('s');
  const mine = plural ? 'mis' : 'mi';
  return {
    thing: name,
    other: `${article} ${name}`,
    object: `${article} ${name}`,
    el: `${article} ${name}`,
    mi: `${mine} ${name}`,
    un: uncounted ? name : `${un} ${name}`,
    este: `${este} ${name}`,
    'mi nuevo': `${mine} ${nuevo} ${name}`,
    otro: `${otro} ${name}`,
    o,
    s: plural ? 's' : '',
    n: plural ? 'n' : '',
    es: plural ? 'son' : 'es',
  };
}

/**
 * An action: `do` and `search` with the infinitive, `doing` with the noun, or the infinitive where there is none.
 * @param action `cancelar/cancelación`; `{}` where what it is done to stands, which is at the end unless said.
 */
export function verbForms(action: string): Forms {
  const [verb, noun] = action.split('/') as [string, string?];
  const infinitive = verb.includes('{}') ? verb : `${verb} {}`;
  return { do: infinitive, search: infinitive, doing: noun === undefined ? infinitive : `${noun} de {}` };
}

/** Joins what Spanish joins: `de el` is `del`, `a el` is `al`. */
export function contract(text: string): string {
  return text.replace(/(?<!\p{L})(de|a) el (?=\p{L})/giu, (_, preposition: string) => `${preposition}l `);
}
