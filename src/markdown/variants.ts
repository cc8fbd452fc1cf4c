import { languageTag } from '../schemas/locale.ts';
import { textFor } from '../schemas/localized.ts';
import { type VariantChoice, type Variants, valueLabel } from '../schemas/variants.ts';
import { ownValue } from '../site/own-value.ts';

/** What a site's texts can be for. */
export interface SiteVariants {
  choices: Variants;
  /** Whose labels stand in for those that a language lacks. */
  defaultLocale: string;
}

/** For whom a text is: by choice, the values that it is for. Values of one choice are alternatives; choices come together. */
export type Audience = ReadonlyMap<string, readonly string[]>;

export const EVERYBODY: Audience = new Map();

/** What `{device="ios ipados" plan=pro}` says. An id or a class is for something else. */
export function readAudience(attributes: Readonly<Record<string, string | null | undefined>> = {}): Audience {
  return new Map(
    Object.entries(attributes)
      .filter(([choice]) => choice !== 'id' && choice !== 'class')
      .map(([choice, values]) => [choice, [...new Set((values ?? '').split(/[\s,]+/).filter(Boolean))]]),
  );
}

/** Whom a text is for that stands in a text for others: nobody, where a choice is left without values. */
export function narrow(around: Audience, own: Audience): Audience {
  const both = new Map(around);
  for (const [choice, values] of own) {
    const outer = around.get(choice);
    both.set(choice, outer ? values.filter((value) => outer.includes(value)) : values);
  }
  return both;
}

/** As an attribute of an element has it: `device=ios+ipados&plan=pro`. */
export function writeAudience(audience: Audience): string {
  return new URLSearchParams([...audience].map(([choice, values]) => [choice, values.join(' ')])).toString();
}

export function parseAudience(written: unknown): Audience {
  return typeof written === 'string' ? readAudience(Object.fromEntries(new URLSearchParams(written))) : EVERYBODY;
}

/** `iPhone and iPad or Android · Pro`: whom a text is for, in words of a language. */
export function nameAudience(audience: Audience, locale: string, variants: SiteVariants | undefined): string {
  const { choices = {}, defaultLocale = '' } = variants ?? {};
  return [...audience]
    .map(([name, values]) => {
      const choice = ownValue(choices, name);
      return either(
        values.map((value) => valueLabel(choice, value, locale, defaultLocale)),
        locale,
      );
    })
    .filter(Boolean)
    .join(' · ');
}

/** The label of the only choice that all of these are by; undefined where there is none. */
export function choiceLabel(
  audiences: readonly Audience[],
  locale: string,
  variants: SiteVariants | undefined,
): string | undefined {
  const names = new Set(audiences.map((audience) => [...audience.keys()].join(' ')));
  const choice: VariantChoice | undefined =
    variants && names.size === 1 ? ownValue(variants.choices, [...names].join('')) : undefined;
  return choice && variants ? textFor(choice.label, locale, variants.defaultLocale) : undefined;
}

function either(labels: readonly string[], locale: string): string {
  try {
    return new Intl.ListFormat(languageTag(locale), { type: 'disjunction' }).format(labels);
  } catch {
    // A folder that is called like no language.
    return labels.join(', ');
  }
}
