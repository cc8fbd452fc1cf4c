import { type CalloutKind, calloutOfClasses } from './callout-kinds.ts';

/** Callouts of the theme's settings by their class: the words above them, and their kind. */
export type Callouts = ReadonlyMap<string, { title?: string; kind: CalloutKind }>;

/** What an attribute list says, as far as it is more than styling. */
export interface Attributes {
  classes: string[];
  id?: string;
  /** Language of a block of code. */
  language?: string;
  /** True for `{:toc}`. */
  isContents: boolean;
}

/** Reads `.note #id key="value" reference`; `references` are lists that were given a name. */
export function readAttributeList(list: string, references: ReadonlyMap<string, string>, depth = 0): Attributes {
  const found: Attributes = { classes: [], isContents: false };
  for (const [, sign, name, key, double, single, bare] of list.matchAll(
    /([.#])([\w:-]{1,99})|([\w:-]{1,99})=(?:"([^"]{0,999})"|'([^']{0,999})')|([\w-]{1,99})/g,
  )) {
    if (sign === '.') found.classes.push((name ?? '').toLowerCase());
    if (sign === '#') found.id = name;
    const value = double ?? single ?? '';
    if (key === 'id') found.id = value;
    if (key === 'class') found.classes.push(...value.toLowerCase().split(/\s+/).filter(Boolean));
    if (key === 'lang' || key === 'language') found.language = value;
    if (bare === undefined) continue;
    const named = references.get(bare);
    if (named === undefined) found.isContents ||= bare === 'toc';
    else if (depth < 5) {
      const inner = readAttributeList(named, references, depth + 1);
      found.classes.push(...inner.classes);
      found.id ??= inner.id;
      found.language ??= inner.language;
    }
  }
  found.language ??= found.classes.map((name) => /^lang(?:uage)?-([\w+#-]+)$/.exec(name)?.[1]).find(Boolean);
  return found;
}

/** The callout that class names make a block: by the theme's settings, or by names that most themes share. */
export function calloutOf(
  classes: string[],
  callouts: Callouts,
): { kind: CalloutKind; title?: string; hasTitleInside: boolean } | undefined {
  for (const name of classes) {
    const bare = name.replace(/-title$/, '');
    const set = callouts.get(bare);
    if (set) return { kind: set.kind, title: bare === name ? set.title : undefined, hasTitleInside: bare !== name };
  }
  const titled = classes.filter((name) => name.endsWith('-title')).map((name) => name.slice(0, -'-title'.length));
  const kind = calloutOfClasses(titled);
  if (kind) return { kind, hasTitleInside: true };
  // What has a language is code in the colours of a theme.
  const named = calloutOfClasses(classes) ?? (classes.includes('highlight') ? 'note' : undefined);
  return named && { kind: named, hasTitleInside: false };
}
