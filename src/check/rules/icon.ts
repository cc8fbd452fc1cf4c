import { didYouMean } from '../../content/did-you-mean.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { FORMER_ICONS, iconNames, isIcon } from '../../site/icons.ts';
import { ownValue } from '../../site/own-value.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const icon: Rule = {
  name: 'icon',
  ensures: 'Icons are named as Lucide names them.',
  check({ center }) {
    return [...iconsOf(center)].flatMap(({ file, path, name }): Problem[] => {
      const former = ownValue(FORMER_ICONS, name);
      if (!former && isIcon(name)) return [];
      const point = pointInYaml(center.root, file, path);
      return [
        {
          file,
          ...point,
          rule: 'icon',
          field: path.join('.'),
          found: former ? `"${name}", a name of before Lucide’s icons` : `"${name}", which is no icon`,
          expected: former
            ? `the name that Lucide has for it, ${former}`
            : 'the name of an icon of https://lucide.dev/icons',
          remedy: former
            ? `Write ${former}; npm run check -- --fix does.`
            : didYouMean(name, iconNames()).trim() || 'Look it up there, or remove the line.',
          severity: former ? 'warning' : 'error',
          ...(former && { fix: { line: point.line, find: `icon: ${name}`, replace: `icon: ${former}` } }),
        },
      ];
    });
  },
};

/** Every icon that the content names, with its place. */
function* iconsOf({ site, categories }: HelpCenter): Generator<{ file: string; path: PropertyKey[]; name: string }> {
  for (const { file, icon: name } of categories) if (name !== undefined) yield { file, path: ['icon'], name };
  for (const [index, channel] of (site?.contact.channels ?? []).entries())
    if (channel.type === 'link' && channel.icon !== undefined)
      yield { file: 'site.yaml', path: ['contact', 'channels', index, 'icon'], name: channel.icon };
}
