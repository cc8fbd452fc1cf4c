import { currentForm } from '../../content/forms/form-steps.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const form: Rule = {
  name: 'form',
  ensures: 'site.yaml states the form that the content is written in, so that a newer version knows what to change.',
  check({ center: { site, root } }) {
    const newest = currentForm();
    if (!site || site.form === newest) return [];
    return [
      {
        file: 'site.yaml',
        ...pointInYaml(root, 'site.yaml', ['form']),
        rule: 'form',
        field: 'form',
        found:
          site.form === undefined
            ? 'no number of the form'
            : `form ${site.form}, though nothing is written as it was then`,
        expected: `form: ${newest}`,
        remedy: 'Add the line, as npm run check -- --fix does.',
        severity: 'warning',
      },
    ];
  },
};
