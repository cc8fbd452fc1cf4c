import { stringify } from 'yaml';
import { type Variants, variantsSchema } from '../../../../src/schemas/variants.ts';
import { slugOf } from '../../naming/slug.ts';
import type { Conversion, TabGroup } from '../convert/conversion.ts';
import type { Note, SourceSite } from '../sources/source.ts';

/** So many articles have the same tabs before they are worth a choice of the whole site. */
const least = 3;
/** Longer is a sentence, and more is a list. */
const longestLabel = 30;
const mostLabels = 8;

/** Systems that browsers tell, by what tabs call them. */
const systems: Record<string, string> = {
  ios: 'ios',
  iphone: 'ios',
  ipad: 'ios',
  'iphone-and-ipad': 'ios',
  'iphone-ipad': 'ios',
  android: 'android',
  windows: 'windows',
  mac: 'macos',
  macos: 'macos',
  'mac-os': 'macos',
  linux: 'linux',
  chromeos: 'chromeos',
  chromebook: 'chromeos',
};

interface Candidate {
  /** Names of values with their labels. */
  values: Map<string, string>;
  groups: Set<string>;
  articles: Set<number>;
}

/**
 * Tabs that return in many articles, as choices that the owner may put into site.yaml: the block itself, ready to be
 * copied. Only whoever knows the readers can tell whether they should be asked once, so nothing is written.
 */
export function proposeVariants({ articles, locales }: SourceSite, conversions: Conversion[]): Note[] {
  const candidates: Candidate[] = [];
  conversions.forEach(({ tabs }, article) => {
    // Labels of other languages are translations of the same.
    if (articles[article]?.locale === locales[0]) for (const group of tabs) addTo(candidates, group, article);
  });
  const variants: Variants = {};
  const taken = new Set<string>();
  let count = 0;
  const often = candidates.filter(({ articles: where, values }) => where.size >= least && values.size <= mostLabels);
  for (const { values, groups, articles: where } of often.toSorted(
    (one, other) => other.articles.size - one.articles.size,
  )) {
    const names = [...values.keys()];
    // A value has its name in one choice only.
    if (names.some((name) => taken.has(name))) continue;
    const isSystem = names.filter((name) => Object.hasOwn(systems, name)).length > 1;
    const [group] = groups.size === 1 ? groups : [];
    const choice = freeName(slugOf(group ?? '') || (isSystem ? 'system' : 'choice'), variants);
    const told = new Set<string>();
    const block: Variants = {
      [choice]: {
        label: isSystem ? 'Your system' : (group ?? [...values.values()].join(', ')),
        ...(isSystem && { guess: 'system' as const }),
        values: Object.fromEntries(
          [...values].map(([name, label]) => {
            const system = isSystem && Object.hasOwn(systems, name) ? systems[name] : undefined;
            const isNew = system !== undefined && !told.has(system);
            if (isNew) told.add(system);
            // What a value is called is guessed by itself.
            return [name, { label, ...(isNew && system !== name && { guess: [system] }) }];
          }),
        ),
      },
    };
    if (!variantsSchema.safeParse({ ...variants, ...block }).success) continue;
    Object.assign(variants, block);
    for (const name of names) taken.add(name);
    count = Math.max(count, where.size);
  }
  if (Object.keys(variants).length === 0) return [];
  return [
    {
      level: 'info',
      kind: 'variants-proposed',
      detail: `Tabs with the same names return, in up to ${count} articles. As choices of the site they follow one another on all pages, and the search prefers what a reader has chosen. If readers should be asked, put this into site.yaml – what is no choice left out, the labels in words of your own beside those of the tabs – and run the import again:\n\n${stringify({ variants }, { lineWidth: 0 })}`,
    },
  ];
}

/** Tabs that the old site kept in step, or of which one group has all that another has, are one choice. */
function addTo(candidates: Candidate[], { labels, group }: TabGroup, article: number): void {
  const values = new Map(labels.map((label) => [slugOf(label), label.trim()]));
  const isNamed = [...values].every(([name, label]) => /^[a-z]/.test(name) && label.length <= longestLabel);
  if (!isNamed || values.size !== labels.length) return;
  const same = candidates.find(
    (one) => (group !== undefined && one.groups.has(group)) || holds(one.values, values) || holds(values, one.values),
  );
  const known = same ?? { values: new Map<string, string>(), groups: new Set<string>(), articles: new Set<number>() };
  if (!same) candidates.push(known);
  for (const [name, label] of values) if (!known.values.has(name)) known.values.set(name, label);
  if (group !== undefined) known.groups.add(group);
  known.articles.add(article);
}

function holds(all: ReadonlyMap<string, string>, some: ReadonlyMap<string, string>): boolean {
  return [...some.keys()].every((name) => all.has(name));
}

function freeName(wished: string, variants: Variants): string {
  const base = /^[a-z]/.test(wished) && wished !== 'id' && wished !== 'class' ? wished : 'choice';
  let name = base;
  for (let count = 2; Object.hasOwn(variants, name); count++) name = `${base}-${count}`;
  return name;
}
