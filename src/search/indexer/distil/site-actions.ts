import type { Forms, Phrases } from './phrases/phrases.ts';
import { actionOn } from './question-spans.ts';

/** What titles tell how to do: `How do I cancel my order?` and `Cancel an order` give what follows `how do i`. */
export function actionsIn(titles: readonly string[], phrases: Phrases): Forms[] {
  const actionIn = phrases.inflected ? inflectedActions(phrases) : plainActions(phrases);
  return titles.flatMap((title) => {
    const plain = title.replace(/[?!.？！。…\s]+$/, '').replace(/^[¿¡]/, '');
    const action = actionIn(phrases.spelling === 'as written' ? plain : plain.toLowerCase());
    return action === undefined ? [] : [action];
  });
}

type ActionIn = (title: string) => Forms | undefined;

/** Of languages whose verbs stand first and stay the same: what follows an opening, or a title that begins with a verb. */
function plainActions({ frames, actions }: Phrases): ActionIn {
  const openings = frames.flatMap((frame) => {
    const [opening = '', rest] = frame.split('{do}');
    return rest === '' && opening !== '' ? [opening] : [];
  });
  const verbs = actions.map((action) => around(action.do!));
  const everywhere = (action: string): Forms =>
    Object.fromEntries(Object.keys(actions[0]!).map((blank) => [blank, action]));
  return (title) => {
    const opening = longest(openings.filter((one) => title.startsWith(one)));
    if (opening !== undefined) return everywhere(title.slice(opening.length));
    return verbs.some((verb) => verb.test(title)) ? everywhere(title) : undefined;
  };
}

/** Of languages whose verbs stand last: a known verb in any of its forms, in a frame or alone, gives what it is done to. */
function inflectedActions({ frames, actions }: Phrases): ActionIn {
  const blanks = Object.keys(actions[0]!);
  const asked = frames.flatMap((frame) => {
    const [, before, blank, after] = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/.exec(frame) ?? [];
    return blank !== undefined && blanks.includes(blank) ? [{ question: around(`${before}{}${after}`), blank }] : [];
  });
  const alone = [...new Set(asked.map(({ blank }) => blank))].map((blank) => ({ question: around('{}'), blank }));
  const verbs = actions.map((action) => ({
    action,
    forms: Object.fromEntries(blanks.map((blank) => [blank, around(action[blank]!)])),
  }));
  return (title) => {
    const found = [...asked, ...alone].flatMap(({ question, blank }) => {
      const told = question.exec(title)?.[1];
      if (told === undefined) return [];
      return verbs.flatMap(({ action, forms }) => {
        const object = forms[blank]!.exec(told)?.[1];
        return object === undefined ? [] : [{ action, object }];
      });
    });
    // The shortest object has neither a particle nor a part of the verb.
    const [best] = found.sort((one, other) => one.object.length - other.object.length);
    return best && actionOn(best.action, best.object);
  };
}

/** Matches texts of this form, whose first group is what stands for `{}`; of Korean's `을/를` either. */
function around(form: string): RegExp {
  const pattern = form
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/(\p{Script=Hangul}+)\/(\p{Script=Hangul}+)/gu, '(?:$1|$2)')
    .replace('{}', '(.+)');
  return new RegExp(`^${pattern}$`, 'iu');
}

function longest(texts: readonly string[]): string | undefined {
  return [...texts].sort((one, other) => other.length - one.length)[0];
}
