import type { Forms, Phrases } from './phrases/phrases.ts';
import { actionOn } from './question-spans.ts';

/** What titles tell how to do: `How do I cancel my order?` and `Cancel an order` give what follows `how do i`. */
export function actionsIn(titles: readonly string[], phrases: Phrases): Forms[] {
  const actionIn = phrases.inflected ? inflectedActions(phrases) : plainActions(phrases);
  return titles.flatMap((title) => {
    const action = actionIn(phrases.spelling === 'as written' ? bare(title) : bare(title).toLowerCase());
    return action === undefined ? [] : [action];
  });
}

type ActionIn = (title: string) => Forms | undefined;

/** Of languages whose verbs stand first and stay the same: what follows an opening, or a title that begins with a verb. */
function plainActions({ frames, actions, gap }: Phrases): ActionIn {
  const openings = frames.flatMap((frame) => {
    const [opening = '', rest] = frame.split('{do}');
    return rest === '' && opening !== '' ? [opening] : [];
  });
  // A single sign begins too many words.
  const verbs = actions.map((action) => action.do!).filter((form) => gap !== '' || form.length > '退{}'.length);
  const known = verbs.flatMap(aroundBlank);
  const everywhere = (action: string): Forms =>
    Object.fromEntries(Object.keys(actions[0]!).map((blank) => [blank, action]));
  return (title) => {
    const [opening] = openings.filter((one) => title.startsWith(one)).sort((one, other) => other.length - one.length);
    if (opening !== undefined) return everywhere(title.slice(opening.length));
    return known.some((verb) => between(verb, title) !== undefined) ? everywhere(title) : undefined;
  };
}

/** Of languages whose verbs stand last: a known verb in any of its forms, in a frame or alone, gives what it is done to. */
function inflectedActions({ frames, actions }: Phrases): ActionIn {
  const blanks = Object.keys(actions[0]!);
  const asked = frames.flatMap((frame) => {
    const [, before, blank, after] = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/.exec(bare(frame)) ?? [];
    return blank !== undefined && blanks.includes(blank) ? [{ question: [before!, after!] as const, blank }] : [];
  });
  const verbs = actions.flatMap((action) =>
    blanks.flatMap((blank) => aroundBlank(action[blank]!).map((verb) => ({ action, blank, verb }))),
  );
  return (title) => {
    const told = asked.flatMap(({ question, blank }) => {
      const text = between(question, title);
      return text === undefined ? [] : [{ text, blank }];
    });
    const objects = told.flatMap(({ text, blank }) =>
      verbs.flatMap(({ action, blank: form, verb }) => {
        const object = form === blank ? between(verb, text) : undefined;
        return object === undefined ? [] : [{ action, object }];
      }),
    );
    // The shortest object has neither a particle nor a part of the verb.
    const [best] = objects.sort((one, other) => one.object.length - other.object.length);
    return best && actionOn(best.action, best.object);
  };
}

/** A question or a title without the signs around it. */
function bare(text: string): string {
  return text.replace(/[?!.？！。…\s]+$/, '').replace(/^[¿¡]+/, '');
}

type Surroundings = readonly [before: string, after: string];

/** What stands around `{}`; with each of two Korean particles, where a form leaves the choice. */
function aroundBlank(form: string): Surroundings[] {
  const [all, one, other] = /(\p{Script=Hangul}+)\/(\p{Script=Hangul}+)/u.exec(form) ?? [];
  const chosen = all === undefined ? [form] : [form.replace(all, one!), form.replace(all, other!)];
  return chosen.map((text) => {
    const [before = '', after = ''] = text.split('{}');
    return [before, after];
  });
}

/** What stands there in a text, whether in capitals or not; undefined where something else is around it. */
function between([before, after]: Surroundings, text: string): string | undefined {
  const plain = text.toLowerCase();
  return plain.length > before.length + after.length &&
    plain.startsWith(before.toLowerCase()) &&
    plain.endsWith(after.toLowerCase())
    ? text.slice(before.length, text.length - after.length)
    : undefined;
}
