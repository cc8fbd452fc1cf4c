import { didYouMean } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const brandFiles: Rule = {
  name: 'brand-files',
  ensures: 'The logo and the icon that site.yaml names are there.',
  check({ center }) {
    return (['logo', 'favicon'] as const).flatMap((field): Problem[] => {
      const written = center.site?.[field];
      const path = written?.replace(/^\.\//, '');
      if (path === undefined || center.files.includes(path)) return [];
      return [
        {
          file: 'site.yaml',
          ...pointInYaml(center.root, 'site.yaml', [field]),
          rule: 'brand-files',
          field,
          found: `"${written}", where there is no file`,
          expected: 'the path of an SVG or PNG from site.yaml',
          remedy: didYouMean(path, center.files).trim() || 'Add the file, or remove the line.',
          severity: 'error',
        },
      ];
    });
  },
};
