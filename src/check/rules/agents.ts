import type { Problem } from '../../content/types.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

/** That a text is written for locales of the site, and no others, is the rule locale-keys. */
export const agents: Rule = {
  name: 'agents',
  ensures: 'What replies begin and end with is written in each language of the site.',
  check({ center }) {
    const codes = center.site?.locales.map(({ code }) => code) ?? [];
    return (['greeting', 'closing'] as const).flatMap((field): Problem[] => {
      const texts = center.agents[field];
      if (typeof texts !== 'object') return [];
      const missing = codes.filter((code) => !Object.hasOwn(texts, code));
      if (missing.length === 0) return [];
      return [
        {
          file: 'agents.yaml',
          ...pointInYaml(center.root, 'agents.yaml', [field]),
          rule: 'agents',
          field,
          found: `no text in ${missing.join(', ')}`,
          expected: 'a text in each language of the site',
          remedy: 'Write it; until then the interface’s own text in that language stands there.',
          severity: 'warning',
        },
      ];
    });
  },
};
