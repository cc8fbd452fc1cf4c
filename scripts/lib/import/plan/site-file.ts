import { stringify } from 'yaml';
import { currentForm } from '../../../../src/content/forms/form-steps.ts';
import { siteSchema } from '../../../../src/schemas/site.ts';
import { localeLabel } from '../../naming/locale-label.ts';
import type { SourceSite } from '../sources/source.ts';
import type { PlannedFile } from './article-file.ts';
import { pathOf } from './existing-site.ts';

export interface SiteWishes {
  name?: string;
  url?: string;
  /** Where customers reach a person: a mail address or the address of a page. */
  contact?: string;
}

/** A site.yaml that builds; what could not be known has a value that is plainly a stand-in. */
export function siteFile(site: SourceSite, wishes: SiteWishes): PlannedFile {
  const locales = site.locales.length > 0 ? site.locales : ['en'];
  const name = wishes.name ?? site.name ?? 'Help center';
  const address = URL.parse(wishes.url ?? '') ?? new URL('https://help.example.com');
  const contact = wishes.contact ?? site.origin ?? 'https://www.example.com/contact';
  const base = pathOf(wishes.url);
  const fields = {
    form: currentForm(),
    name,
    description: name,
    url: address.origin,
    ...(base === '/' ? {} : { base }),
    defaultLocale: locales[0] ?? 'en',
    locales: locales.map((code) => ({
      code,
      label: localeLabel(code),
    })),
    ...(site.popular?.length ? { popular: site.popular } : {}),
    contact: {
      channels: [
        contact.includes('@')
          ? { type: 'email', label: contact, address: contact }
          : { type: 'link', label: new URL(contact).host, url: contact },
      ],
    },
  };
  siteSchema.parse(fields);
  return {
    key: 'site',
    path: 'site.yaml',
    text: `# Written by the import; every field is explained in src/schemas/site.ts.\n${stringify(fields, { lineWidth: 0 })}`,
    category: '',
    origin: 'the options of the import',
  };
}
