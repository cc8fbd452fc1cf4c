import { closest } from '../../content/did-you-mean.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import type { VariantBlock } from '../../markdown/findings.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Variants } from '../../schemas/variants.ts';
import { ownValue } from '../../site/own-value.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

type Finding = Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'>;

export const variant: Rule = {
  name: 'variant',
  ensures: 'What is not for everybody is for somebody whom site.yaml knows, and tabs stand in groups.',
  check({ center, texts }) {
    const choices = center.site?.variants ?? {};
    const inTexts = texts.flatMap(({ file, variantBlocks = [], diagnostics }) => [
      ...variantBlocks.flatMap((block) =>
        [...inAudience(block, choices), ...inPlace(block)].map(
          (finding): Problem => ({ file, line: block.line, column: block.column, rule: 'variant', ...finding }),
        ),
      ),
      ...diagnostics.flatMap(({ kind, name, line, column }): Problem[] =>
        kind === 'no-variant' ? [{ file, line, column, rule: 'variant', ...unread(name) }] : [],
      ),
    ]);
    const used = new Set(
      texts.flatMap(({ variantBlocks = [] }) =>
        variantBlocks.flatMap(({ audience }) => audience.flatMap(([, values]) => values)),
      ),
    );
    return [...inTexts, ...inSettings(center, choices, used)];
  },
};

function error(found: string, expected: string, remedy: string): Finding {
  return { found, expected, remedy, severity: 'error' };
}

/** What is wrong with whom a block is for. */
function inAudience({ kind, audience, around }: VariantBlock, choices: Variants): Finding[] {
  const block = `":::${kind}"`;
  if (kind === 'tabs' && audience.length > 0)
    return [
      error(
        `${block} with ${audience.map(([choice]) => `"${choice}"`).join(' and ')}`,
        'a group of tabs without braces',
        'Write it at the tabs, or put :::for and these braces around the group.',
      ),
    ];
  return audience.flatMap(([name, values]) => {
    const choice = ownValue(choices, name);
    if (!choice) return [unknownChoice(name, choices)];
    const known = Object.keys(choice.values);
    if (values.length === 0)
      return [error(`"${name}" without a value`, oneOf(known), `Write it with one, such as {${name}=${known[0]}}.`)];
    const strangers = values.filter((value) => !known.includes(value));
    if (strangers.length > 0) return strangers.map((value) => unknownValue(value, name, choices));
    const outer = around.find(([other]) => other === name)?.[1];
    if (!outer || outer.length === 0 || values.some((value) => outer.includes(value))) return [];
    return [
      error(
        `${block} for nobody: it is for ${values.join(' and ')}, and stands in a text for ${outer.join(' and ')}`,
        `one of ${outer.join(', ')}`,
        'Move it out of that text, or correct one of the two.',
      ),
    ];
  });
}

function unknownChoice(name: string, choices: Variants): Finding {
  const known = Object.keys(choices);
  const [owner] = Object.entries(choices).find(([, { values }]) => Object.hasOwn(values, name)) ?? [];
  const meant = closest(name, known);
  return error(
    `the choice "${name}"`,
    known.length > 0 ? oneOf(known) : 'a choice that variants in site.yaml has',
    owner !== undefined
      ? `Write {${owner}=${name}}.`
      : meant !== undefined
        ? `Did you mean "${meant}"?`
        : 'Correct the name, or add the choice to variants in site.yaml.',
  );
}

function unknownValue(value: string, name: string, choices: Variants): Finding {
  const known = Object.keys(ownValue(choices, name)?.values ?? {});
  const [owner] = Object.entries(choices).find(([, { values }]) => Object.hasOwn(values, value)) ?? [];
  const meant = closest(value, known);
  return error(
    `the value "${value}" of ${name}`,
    oneOf(known),
    owner !== undefined
      ? `Write {${owner}=${value}}.`
      : meant !== undefined
        ? `Did you mean "${meant}"?`
        : `Correct the name, or add the value to ${name} in site.yaml.`,
  );
}

/** What is wrong with how a block stands in others, and with what stands in it. */
function inPlace(block: VariantBlock): Finding[] {
  const { kind, audience, label, tabs, isEmpty, isInTabs, hasMoreThanTabs } = block;
  const name = `":::${kind}"`;
  if (kind === 'tabs') {
    const twice = tabs.find((tab, index) => tab !== '' && tabs.indexOf(tab) !== index);
    return [
      ...(tabs.length < 2
        ? [
            error(
              tabs.length === 0 ? `${name} without tabs` : `${name} with a single tab`,
              'two tabs or more, with fewer colons than what is around them',
              'Write ::::tabs around two or more :::tab and ::: each, and :::: where the group ends.',
            ),
          ]
        : []),
      ...(tabs.length > 0 && hasMoreThanTabs
        ? [error(`text in ${name} that is in no tab`, 'nothing but tabs', 'Move it into a tab, or out of the group.')]
        : []),
      ...(twice === undefined
        ? []
        : [
            error(
              `two tabs "${twice}"`,
              'tabs with different names',
              'Give one of them another name, or join the two.',
            ),
          ]),
    ];
  }
  return [
    ...(kind === 'tab' && !isInTabs
      ? [
          error(
            `${name} outside of a group`,
            'a group of tabs around it, with more colons than the tab',
            'Write ::::tabs above the first tab, and :::: below the last one.',
          ),
        ]
      : []),
    ...(audience.length === 0 && (kind === 'for' || label === '')
      ? [
          error(
            `${name} that says ${kind === 'for' ? 'for nobody whom it is' : 'no name'}`,
            kind === 'for'
              ? 'a choice and its value, such as {device=ios}'
              : 'a name, such as [By card], or a choice and its value',
            'Add it, or remove the lines with the colons.',
          ),
        ]
      : []),
    ...(isEmpty ? [error(`${name} without text`, 'text between its colons', 'Write it, or remove the block.')] : []),
  ];
}

function unread(name: string): Finding {
  return error(
    `"${name}", which shows as it is written`,
    'three colons or more at the beginning of a line, and right behind them a name and its braces',
    'Write it like :::for{device=ios}, :::for{device="ios android"}, ::::tabs or :::tab[Name].',
  );
}

/** Labels that a language lacks, and what no text is for. */
function inSettings({ root, site }: HelpCenter, choices: Variants, used: ReadonlySet<string>): Problem[] {
  const problem = (path: string[], finding: Finding): Problem => ({
    file: 'site.yaml',
    ...pointInYaml(root, 'site.yaml', ['variants', ...path]),
    rule: 'variant',
    field: ['variants', ...path].join('.'),
    ...finding,
  });
  const lacking = (path: string[], label: Localized): Problem[] => {
    const codes = (site?.locales ?? [])
      .map(({ code }) => code)
      .filter((code) => typeof label !== 'string' && !label[code]);
    return codes.length === 0
      ? []
      : [
          problem([...path, 'label'], {
            found: `no label in ${codes.join(', ')}`,
            expected: 'a label in each language of the site',
            remedy: 'Add it; until then its readers see another language.',
            severity: 'warning',
          }),
        ];
  };
  const unused = (path: string[], what: string): Problem =>
    problem(path, {
      found: `${what} that no text is for`,
      expected: `:::for{…} or a tab that names it`,
      remedy: 'Write it, or remove it here: readers may choose it, and it changes nothing.',
      severity: 'note',
    });
  return Object.entries(choices).flatMap(([name, { label, values }]) => {
    const idle = Object.keys(values).filter((value) => !used.has(value));
    return [
      ...lacking([name], label),
      ...Object.entries(values).flatMap(([value, one]) => lacking([name, 'values', value], one.label)),
      ...(idle.length === Object.keys(values).length
        ? [unused([name], `a choice "${name}"`)]
        : idle.map((value) => unused([name, 'values', value], `a value "${value}"`))),
    ];
  });
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.join(', ')}`;
}
