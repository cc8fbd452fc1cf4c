import type { Endpoint } from '../../../schemas/endpoint.ts';
import type { IndexLocation } from '../../../search/browser/search-engine.ts';

/** The configuration of the contact form's scripts, as JSON in `data-write`. */
export interface ContactFormConfig {
  locale: string;
  /** Names the site in the browser's storage, which several sites of one host share. */
  base: string;
  /** Undefined when messages go by the visitor's mail program. */
  endpoint: Endpoint | undefined;
  /** The address of the mail channel, when there is one. */
  address: string | undefined;
  index: IndexLocation | undefined;
  /** Indexes of the site's other languages, for messages in these. */
  others: IndexLocation[];
  /** The locale that has every article. */
  defaultLocale: string;
  /** Interface strings by their key: those of the form and of the answers below it. */
  strings: Record<string, string>;
}

/** Reads the configuration that the page wrote. @throws Error when it is missing: a mistake in ContactForm.astro. */
export function readContactFormConfig(form: HTMLElement): ContactFormConfig {
  const written = form.dataset.write;
  if (!written) throw new Error('The contact form has no data-write attribute.');
  return JSON.parse(written) as ContactFormConfig;
}
