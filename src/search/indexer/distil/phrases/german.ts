import type { Forms } from './phrases.ts';

/** Endings of what stands before a noun: of `mein` and `kein` with a nominative and an accusative, of an adjective after them. */
const GENDERS = {
  der: { den: 'den', mein: '', meinen: 'en', neuer: 'er', neuen: 'en' },
  die: { den: 'die', mein: 'e', meinen: 'e', neuer: 'e', neuen: 'e' },
  das: { den: 'das', mein: '', meinen: '', neuer: 'es', neuen: 'es' },
  'die+': { den: 'die', mein: 'e', meinen: 'e', neuer: 'en', neuen: 'en' },
};
/** Words that agree with a noun in number. */
const SINGULAR = {
  ist: 'ist',
  wurde: 'wurde',
  wird: 'wird',
  kommt: 'kommt',
  geht: 'geht',
  hat: 'hat',
  kann: 'kann',
  lässt: 'lässt',
  t: 't',
};
const PLURAL = {
  ist: 'sind',
  wurde: 'wurden',
  wird: 'werden',
  kommt: 'kommen',
  geht: 'gehen',
  hat: 'haben',
  kann: 'können',
  lässt: 'lassen',
  t: 'en',
};

/**
 * The forms of a noun, named by those of masculine ones: `der`, `mein` and `ein` in the nominative, `den`, `meinen`, `einen`,
 * `keinen` and `diesen` in the accusative, `meinem` in the dative.
 * @param noun With its article, `die+` in the plural; `der Name/Namen` where the accusative is another; `~das Geld` for what
 * is not counted and so has no `ein`.
 */
export function nounForms(noun: string): Forms {
  const [, uncounted, article, name, oblique = name] = /^(~?)(der|die\+?|das) ([^/]+)(?:\/(.+))?$/.exec(
    noun,
  ) as unknown as [string, string, keyof typeof GENDERS, string, string?];
  const { den, mein, meinen, neuer, neuen } = GENDERS[article];
  const plural = article === 'die+';
  return {
    thing: name,
    other: name,
    object: `${den} ${oblique}`,
    der: `${article.replace('+', '')} ${name}`,
    den: `${den} ${oblique}`,
    mein: `mein${mein} ${name}`,
    ein: uncounted || plural ? name : `ein${mein} ${name}`,
    meinen: `mein${meinen} ${oblique}`,
    meinem: plural
      ? `meinen ${/[nsB]$/.test(name) ? name : `${name}n`}`
      : `mein${article === 'die' ? 'er' : 'em'} ${oblique}`,
    einen: uncounted || plural ? oblique! : `ein${meinen} ${oblique}`,
    keinen: `kein${meinen} ${oblique}`,
    diesen: `dies${article === 'der' ? 'en' : article === 'das' ? 'es' : 'e'} ${oblique}`,
    'mein neuer': `mein${mein} neu${neuer} ${name}`,
    'meinen neuen': `mein${meinen} neu${neuen} ${oblique}`,
    'meinen alten': `mein${meinen} alt${neuen} ${oblique}`,
    'einen anderen':
      uncounted || plural ? `ander${plural ? 'e' : neuen} ${oblique}` : `ein${meinen} ander${neuen} ${oblique}`,
    ...(plural ? PLURAL : SINGULAR),
  };
}

/**
 * An action: `do` and `search` with the infinitive, `zu` with the one with zu.
 * @param verb With a plus where zu comes between (`zurück+setzen`); `{}` where what it is done to stands, which is before it unless said.
 */
export function verbForms(verb: string): Forms {
  const [prefix, root] = verb.split('+') as [string, string?];
  const action = verb.includes('{}') ? '' : '{} ';
  const infinitive = `${action}${verb.replace('+', '')}`;
  const zu = root === undefined ? verb.replace(/(\S+)$/, 'zu $1') : `${prefix}zu${root}`;
  return { do: infinitive, search: infinitive, zu: `${action}${zu}` };
}
