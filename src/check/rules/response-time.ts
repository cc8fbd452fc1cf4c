import type { Problem } from '../../content/types.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const responseTime: Rule = {
  name: 'response-time',
  ensures: 'Every way to reach a person says how soon an answer comes.',
  check({ center }) {
    return (center.site?.contact.channels ?? []).flatMap((channel, index): Problem[] => {
      if (channel.responseTime !== undefined) return [];
      return [
        {
          file: 'site.yaml',
          ...pointInYaml(center.root, 'site.yaml', ['contact', 'channels', index]),
          rule: 'response-time',
          field: `contact.channels.${index}`,
          found: `the channel "${channel.type}" without responseTime`,
          expected: 'how soon somebody answers, so that customers can choose',
          remedy: 'Add responseTime: and a few words such as “Within one business day”.',
          severity: 'warning',
        },
      ];
    });
  },
};
