import { originAllowed } from '../../../src/site/origin-allowed.ts';

/** An origin that a help desk shows the agents' page from. */
interface DeskOrigin {
  /** As site.yaml may list it; in capitals what the owner has to put in. */
  origin: string;
  /** Those of site.yaml that are one, whatever the owner's address is. */
  like: RegExp;
}

/** What an owner does so that the agents' page stands in a help desk. */
export interface Desk {
  name: string;
  origins: DeskOrigin[];
  /** The clicks there, in order. @param address Of the agents' page for this help desk. */
  steps(address: string, title: string): string[];
}

/** By the name that the address of the agents' page gives after `?host=`. */
export const DESKS: Record<'chatwoot' | 'helpscout' | 'zendesk', Desk> = {
  chatwoot: {
    name: 'Chatwoot',
    origins: [
      {
        origin: 'https://app.chatwoot.com',
        like: /^(?!https:\/\/(secure\.helpscout\.net|[^/]+\.(zendesk|zdusercontent)\.com)$)/,
      },
    ],
    steps: (address, title) => [
      'As an administrator open Settings → Integrations → Dashboard Apps, press Configure and add an app.',
      `Name:     ${title}`,
      `Endpoint: ${address}`,
      'It is a tab beside the messages of every conversation. Chatwoot takes nothing back: answers are copied.',
    ],
  },
  helpscout: {
    name: 'Help Scout',
    origins: [{ origin: 'https://secure.helpscout.net', like: /^https:\/\/secure\.helpscout\.net$/ }],
    steps: (address, title) => [
      'As an administrator open Manage → Apps, press Create, then Create App.',
      `App Name:     ${title}`,
      `Callback URL: ${address}`,
      'Secret Key:   any text; nothing here is signed with it',
      'Mailboxes:    those whose agents shall have it',
      'Help Scout gives an app the subject of a conversation and takes nothing back: what the customer wrote is pasted, answers are copied.',
    ],
  },
  zendesk: {
    name: 'Zendesk',
    origins: [
      { origin: 'https://YOUR-SUBDOMAIN.zendesk.com', like: /^https:\/\/[^/]+\.zendesk\.com$/ },
      { origin: 'https://*.apps.zdusercontent.com', like: /^https:\/\/[^/]+\.apps\.zdusercontent\.com$/ },
    ],
    steps: (_, title) => [
      'In Admin Center open Apps and integrations → Apps → Zendesk Support apps and press Upload private app.',
      `Name: ${title}`,
      'Choose the file, press Upload, accept, and press Install.',
    ],
  },
};

/**
 * The origins that `agents.origins` of site.yaml lacks for a help desk.
 * @param own Address of the help desk, for one that owners run themselves.
 */
export function missingOrigins(desk: Desk, origins: readonly string[], own?: string): string[] {
  const [first, ...others] = desk.origins;
  const lacks = ({ like }: DeskOrigin) => !origins.some((origin) => like.test(origin));
  if (own !== undefined) {
    const missing = others.filter(lacks).map(({ origin }) => origin);
    return originAllowed(own, origins) ? missing : [own, ...missing];
  }
  return [first, ...others].flatMap((one) => (one && lacks(one) ? [one.origin] : []));
}
