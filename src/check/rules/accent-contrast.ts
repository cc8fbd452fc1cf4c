import { wcagContrast } from 'culori';
import type { Problem } from '../../content/types.ts';
import { accentIn } from '../../schemas/look.ts';
import { palette } from '../../styles/theme/palette.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const accentContrast: Rule = {
  name: 'accent-contrast',
  ensures: 'Links have the very colour that the owner chose, because it can be read.',
  check({ center }) {
    const accent = center.site?.accent;
    if (accent === undefined) return [];
    // One colour for both schemes is lightened in the dark, as its help says.
    const schemes = typeof accent === 'string' ? (['light'] as const) : (['light', 'dark'] as const);
    return schemes.flatMap((scheme): Problem[] => {
      const chosen = accentIn(accent, scheme).toLowerCase();
      const { accent: link = chosen, 'accent-soft': ground = chosen } = palette(chosen, scheme);
      if (link === chosen) return [];
      const path = typeof accent === 'string' ? ['accent'] : ['accent', scheme];
      return [
        {
          file: 'site.yaml',
          ...pointInYaml(center.root, 'site.yaml', path),
          rule: 'accent-contrast',
          field: path.join('.'),
          found: `${chosen}, which as text on ${scheme} pages has a contrast of ${wcagContrast(chosen, ground).toFixed(1)}:1`,
          expected: 'at least 4.5:1 (WCAG 2.2, 1.4.3)',
          remedy: `Nothing is unreadable: buttons keep the colour and their text is chosen for it, links get ${link}. Choose that, or one as ${scheme === 'light' ? 'dark' : 'light'}, to have one colour for both.`,
          severity: 'warning',
        },
      ];
    });
  },
};
