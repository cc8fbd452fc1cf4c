import { blockRule } from '../dialect/mdx/blocks.ts';
import { cardRule } from '../dialect/mdx/cards.ts';
import { type ComponentRule, escapeText, markdownAddress, textProperty } from '../dialect/mdx/component.ts';
import { isRecord, recordsIn } from '../records.ts';

/** What components of VitePress, VuePress and the libraries that people use with them are called elsewhere. */
const names: Record<string, string> = {
  codegroupitem: 'tab',
  eltabs: 'tabs',
  eltabpane: 'tab',
  atabs: 'tabs',
  atabpane: 'tab',
  elcollapse: 'accordiongroup',
  elcollapseitem: 'accordion',
  elalert: 'alert',
  plugintabs: 'tabs',
  plugintabstab: 'tab',
};
/** Components that show no words of the page. */
const unseen = new Set(['content', 'outboundlink', 'vpicon', 'icon', 'iconify', 'toc', 'backtotop']);

/** Components of VitePress and VuePress, before those that all systems have. */
export const vueRule: ComponentRule = (component, writer) => {
  const { key } = component;
  if (unseen.has(key)) return '';
  if (/^(?:router|nuxt|v|vp|auto|nav)link$/.test(key) || key === 'vpbutton')
    return cardRule({ ...component, key: 'link' }, writer);
  if (/^(?:vpteammembers|vpteampage)$/.test(key)) return team(component, writer);
  const known = Object.hasOwn(names, key) ? names[key] : undefined;
  if (known === undefined) return undefined;
  if (known === 'accordiongroup') return writer.flow(component.children);
  return blockRule({ ...component, key: known }, writer);
};

/** People, each with what they do and their links. */
const team: ComponentRule = (component, writer) => {
  const inner = writer.flow(component.children);
  const members = recordsIn(component.properties.get('members')).map((member) => {
    const word = (name: string): string | undefined =>
      typeof member[name] === 'string' ? escapeText(member[name]) : undefined;
    const links = recordsIn(member.links).flatMap(({ link, icon }) =>
      typeof link === 'string' ? [`[${typeof icon === 'string' ? icon : link}](${markdownAddress(link)})`] : [],
    );
    const words = [word('title'), word('org'), word('desc'), ...links].filter(Boolean);
    return `- **${word('name') ?? ''}**${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
  });
  if (!inner && members.length === 0) return undefined;
  if (isRecord(component.properties.get('members')) || textProperty(component, 'title')) return undefined;
  return `\n\n${[inner, members.join('\n')].filter(Boolean).join('\n\n')}\n\n`;
};
