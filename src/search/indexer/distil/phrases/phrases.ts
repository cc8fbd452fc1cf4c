/** What an action or a thing puts into the blanks of a frame, by the blank's name. */
export type Forms = Readonly<Record<string, string>>;

/** What customers' questions are made of in one language; knows nothing of any site. */
export interface Phrases {
  /**
   * Questions with blanks: those that the forms of actions and things are named for, `{other}` a second thing, `{state}`
   * what a thing may be (`not working`).
   */
  frames: readonly string[];
  /**
   * Actions, with `{}` for what they are done to: `do` (`cancel {}`), `doing` (`canceling {}`), or as many forms as the
   * language's verbs take in its frames; in `search` the thing is bare, as in searches. All have the same ones.
   */
  actions: readonly Forms[];
  /**
   * Things: `thing` as searches have them, `other` beside another thing, `object` for an action where that must not be bare;
   * with an article or a pronoun, and words that agree with them (`ist`, `sind`). All have the same forms.
   */
  things: readonly Forms[];
  /** What things may be, with blanks for what agrees with them. */
  states: readonly string[];
  /** The thing that an action is done to, of the forms of a thing: `my new {thing}`. */
  determiners: readonly string[];
  /** How two things that an action is done to are joined: `{thing} for {other}`. */
  joints: readonly string[];
  /** How questions end; the empty string among them. */
  endings: readonly string[];
  /** What parts words. */
  gap: ' ' | '';
  /** How customers type words that they have read on the site: `folded` is in lower case and without accents. */
  spelling: 'folded' | 'lower case' | 'as written';
  /** Whether verbs stand last and change with the frame: what a title tells how to do then takes the forms of an action. */
  inflected?: boolean;
  /** The words of a site's clause that may name things, the empty string where others stood; parted at spaces unless given. */
  wordsOf?(clause: string): string[];
  /** Makes of a question what its words, once side by side, ask for: Korean particles, `de le` for `du`. */
  settle?(question: string): string;
}

/** The items of a list written with bars between them, which may break anywhere. */
export function list(text: string): string[] {
  return text.split('|').map((item) => item.trim().replace(/\s+/g, ' '));
}

/** Things that have but one form. */
export function plainThings(names: readonly string[]): Forms[] {
  return names.map((name) => ({ thing: name, other: name }));
}

/**
 * The forms of verbs before which people often leave a particle away, with it and without it; verbs whose object takes
 * another (`~に`) have it always.
 */
export function eitherWay(verbs: readonly string[], formsOf: (verb: string, particle: boolean) => Forms): Forms[] {
  return verbs.flatMap((verb) =>
    verb.startsWith('~') ? [formsOf(verb, true)] : [formsOf(verb, true), formsOf(verb, false)],
  );
}

/** How questions end; so many of them end where they end. */
export function sometimes(endings: readonly string[], none = endings.length): string[] {
  return [...Array<string>(none).fill(''), ...endings];
}
