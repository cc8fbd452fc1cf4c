import { CUSTOM_CSS } from '../../content/custom-css.ts';
import { closest } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import { properties } from '../../styles/theme/properties.ts';
import { lineInFile } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const customProperty: Rule = {
  name: 'custom-property',
  ensures: 'Each custom property that theme/custom.css sets is the interface’s or is used there.',
  check({ center }) {
    return (center.theme?.unread ?? [])
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name): Problem => {
        const meant = closest(name, Object.keys(properties));
        return {
          file: CUSTOM_CSS,
          line: lineInFile(center.root, CUSTOM_CSS, `--${name}`),
          rule: 'custom-property',
          found: `--${name}, which nothing uses`,
          expected: 'a property that src/styles/README.md lists, or one that the sheet reads by var()',
          remedy: meant ? `Did you mean "--${meant}"?` : 'Remove it, or use it.',
          severity: 'warning',
        };
      });
  },
};
