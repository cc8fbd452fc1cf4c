import { indexPlace } from '../../search/config.build.ts';
import { site } from '../../../data/site.ts';
import { channels } from '../../../data/channels.ts';
import { stringsOf } from '../../../i18n/languages.ts';
import type { WriteConfig } from './config.ts';

/** What the contact page of a locale tells the scripts of its form. */
export function writeConfig(locale: string): WriteConfig {
  const mail = channels(locale).find((channel) => channel.type === 'email');
  return {
    locale,
    base: site.base,
    endpoint: site.contact.send,
    address: mail?.type === 'email' ? mail.address : undefined,
    index: indexPlace(locale),
    strings: Object.fromEntries(Object.entries(stringsOf(locale)).filter(([key]) => /^(write|suggest)\./.test(key))),
  };
}
