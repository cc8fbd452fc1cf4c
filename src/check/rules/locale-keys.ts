import { didYouMean } from '../../content/did-you-mean.ts';
import { valuesOf } from '../../content/insert/variable-text.ts';
import type { Problem } from '../../content/types.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const localeKeys: Rule = {
  name: 'locale-keys',
  ensures: 'Text that is written per locale is written for locales the site has.',
  check({ center }) {
    const { site } = center;
    if (!site) return [];
    const codes = site.locales.map(({ code }) => code);
    const problem = (file: string, path: (string | number)[], found: string): Problem => ({
      file,
      ...pointInYaml(center.root, file, path),
      rule: 'locale-keys',
      field: path.join('.'),
      found: `the locale "${found}"`,
      expected: `one of ${codes.join(', ')}`,
      remedy: didYouMean(found, codes).trim() || `Remove it, or add ${found} to locales in site.yaml.`,
      severity: 'error',
    });
    const localized: [(string | number)[], unknown][] = [
      [['name'], site.name],
      [['tagline'], site.tagline],
      [['description'], site.description],
      ...(['header', 'footer'] as const).flatMap((place) =>
        site[place].flatMap(({ label, links = [] }, index): [(string | number)[], unknown][] => [
          [[place, index, 'label'], label],
          ...links.map((link, at): [(string | number)[], unknown] => [
            [place, index, 'links', at, 'label'],
            link.label,
          ]),
        ]),
      ),
      ...Object.entries(site.variants).flatMap(([choice, { label, values }]): [(string | number)[], unknown][] => [
        [['variants', choice, 'label'], label],
        ...Object.entries(values).map(([value, one]): [(string | number)[], unknown] => [
          ['variants', choice, 'values', value, 'label'],
          one.label,
        ]),
      ]),
      ...site.contact.channels.flatMap((channel, index) =>
        (['label', 'description', 'responseTime'] as const).map((field): [(string | number)[], unknown] => [
          ['contact', 'channels', index, field],
          channel[field],
        ]),
      ),
    ];
    const inTexts = localized.flatMap(([path, text]) => strangersIn('site.yaml', path, text));
    const inAgents = (['greeting', 'closing'] as const).flatMap((field) =>
      strangersIn('agents.yaml', [field], center.agents[field]),
    );
    const inChannels = site.contact.channels.flatMap((channel, index) =>
      (channel.locales ?? []).flatMap((code, at) =>
        codes.includes(code) ? [] : [problem('site.yaml', ['contact', 'channels', index, 'locales', at], code)],
      ),
    );
    const inSynonyms = strangers(Object.keys(center.synonyms)).map((code) => problem('synonyms.yaml', [code], code));
    const inQueries = strangers(Object.keys(center.queries.answered)).map((code) =>
      problem('queries.yaml', [code], code),
    );
    const inPins = strangers(Object.keys(center.pins)).map((code) => problem('pins.yaml', [code], code));
    const inUnanswerable = strangers(Object.keys(center.queries.unanswerable)).map((code) =>
      problem('queries.yaml', ['unanswerable', code], code),
    );
    const inVariables = [...center.sources.variables.values].flatMap(([name, variable]) => {
      const values = valuesOf(variable);
      return 'same' in values
        ? []
        : strangers(Object.keys(values.byLocale)).map((code) => problem('variables.yaml', [name, code], code));
    });
    return [
      ...inTexts,
      ...inVariables,
      ...inChannels,
      ...inSynonyms,
      ...inQueries,
      ...inPins,
      ...inUnanswerable,
      ...inAgents,
    ];

    function strangersIn(file: string, path: (string | number)[], text: unknown): Problem[] {
      if (typeof text !== 'object' || text === null) return [];
      return strangers(Object.keys(text)).map((code) => problem(file, [...path, code], code));
    }

    function strangers(keys: string[]): string[] {
      return keys.filter((code) => !codes.includes(code));
    }
  },
};
