import { ownValue } from '../../../../../src/site/own-value.ts';

/** The five kinds of callout that Markdown writes as `> [!NOTE]`. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** What help desks, themes and writers call each kind; colours are among them. */
export const calloutKinds: Record<string, CalloutKind> = {
  note: 'note',
  info: 'note',
  information: 'note',
  primary: 'note',
  secondary: 'note',
  blue: 'note',
  grey: 'note',
  gray: 'note',
  transparent: 'note',
  notice: 'note',
  abstract: 'note',
  summary: 'note',
  tldr: 'note',
  seealso: 'note',
  todo: 'note',
  question: 'note',
  help: 'note',
  faq: 'note',
  example: 'note',
  quote: 'note',
  cite: 'note',
  callout: 'note',
  admonition: 'note',
  aside: 'note',
  check: 'tip',
  done: 'tip',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  green: 'tip',
  important: 'important',
  attention: 'important',
  purple: 'important',
  warning: 'warning',
  warn: 'warning',
  yellow: 'warning',
  orange: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  bug: 'caution',
  red: 'caution',
};

/** Class names that say callout by themselves, and those that need a colour or a kind after them. */
const bare = /^(callout|alert|admonition|hint|notice|intercom-interblocks-callout|wysiwyg-callout)$/;
const prefixed = /^(?:callout|alert|admonition|hint|notice|message|messagebox|panel|box|note|prompt)[-_]{1,2}([a-z]+)$/;
const alone = /^(note|tip|important|warning|caution|danger|info)$/;

/** Which callout the class names of an element mean, in lower case; undefined for none. */
export function calloutOfClasses(classes: readonly string[]): CalloutKind | undefined {
  for (const name of classes) {
    const kind = prefixed.exec(name)?.[1];
    const named = kind && ownValue(calloutKinds, kind);
    if (named) return named;
  }
  const isCallout = classes.some((name) => bare.test(name));
  for (const name of classes) {
    const named = (isCallout || alone.test(name)) && !bare.test(name) ? ownValue(calloutKinds, name) : undefined;
    if (named) return named;
  }
  return isCallout ? (ownValue(calloutKinds, classes.find((name) => bare.test(name)) ?? '') ?? 'note') : undefined;
}
