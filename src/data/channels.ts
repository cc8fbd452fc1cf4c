import type { Channel } from '../schemas/channel.ts';
import { site, text, urls } from './site.ts';

/** The ways to reach a person that a locale is shown, in the owner's order. */
export function channels(locale: string): Channel[] {
  return site.contact.channels.filter((channel) => channel.locales?.includes(locale) ?? true);
}

/** What to press to use a channel, and the drawing that stands for it. */
export function channelAction(channel: Channel, locale: string): { href: string; icon: string; label: string } {
  const label = text(channel.label, locale);
  switch (channel.type) {
    case 'email':
      return { href: `mailto:${channel.address}`, icon: 'mail', label };
    case 'phone':
      return { href: `tel:${channel.number.replace(/[^\d+]/g, '')}`, icon: 'phone', label };
    case 'form':
      return { href: `${urls.contact(locale)}#write`, icon: 'square-pen', label };
    case 'callback':
      return { href: `${urls.contact(locale)}#callback`, icon: 'phone', label };
    case 'link':
      return { href: channel.url, icon: channel.icon ?? 'globe', label };
  }
}
