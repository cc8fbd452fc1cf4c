import { z } from 'zod';
import { line } from './line.ts';

/** An address as it may stand in an attribute and in the policy: nothing that ends either. */
const ADDRESS = /^https:\/\/[^\s/?#@\\"'<>`{}|^\p{Cc}]+(?:[/?][^\s\\"'<>`{}|^\p{Cc}#]*)?$/u;
/** A path of the host that the site lies on, which is no host itself. */
const PATH = /^\/(?![/\\])[^\s\\"'<>`{}|^\p{Cc}#]*$/u;

const isAddress = (text: string): boolean => ADDRESS.test(text) && URL.canParse(text);

const address = z
  .string()
  .max(2000)
  .refine(
    (text) => isAddress(text) || PATH.test(text),
    'an address that begins with https://, or a path of this site that begins with /',
  );

/** What a policy may name: one host, or the hosts below one, and nothing wider. */
const origins = z
  .array(
    z
      .string()
      .regex(
        /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/,
        'an origin such as https://stats.example.com or https://*.example.com, without a path',
      ),
  )
  .max(20);

/** What links in a head may say; what loads styles, scripts or icons has places of its own in the content folder. */
const RELATIONS = [
  'alternate',
  'author',
  'dns-prefetch',
  'help',
  'license',
  'me',
  'preconnect',
  'privacy-policy',
  'search',
  'terms-of-service',
  'webmention',
] as const;

/** What the site writes itself, from site.yaml and from the page. */
const OWN_NAMES = [
  'color-scheme',
  'description',
  'referrer',
  'robots',
  'theme-color',
  'twitter:card',
  'viewport',
  'og:description',
  'og:locale',
  'og:site_name',
  'og:title',
  'og:type',
  'og:url',
];

const metaName = line
  .max(100)
  .regex(/^[\w:.-]+$/, 'a name of letters, digits, dots, hyphens and colons')
  .refine((name) => !OWN_NAMES.includes(name.toLowerCase()), 'another name; this one the site writes by itself');

/** The field that says what an entry is, and the fields that go with it, those that it needs first. */
const KINDS = {
  name: { needs: ['content'], takes: [] },
  property: { needs: ['content'], takes: [] },
  rel: { needs: ['href'], takes: ['type', 'title'] },
  src: { needs: [], takes: ['integrity', 'module', 'async', 'data', 'scripts', 'connect', 'images'] },
  inline: { needs: [], takes: ['scripts', 'connect', 'images'] },
} as const satisfies Record<string, { needs: readonly string[]; takes: readonly string[] }>;

const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** One element that the head of every page ends with. */
const headEntrySchema = z
  .strictObject({
    name: metaName.optional().describe('A <meta> of this name, such as google-site-verification.'),
    property: metaName.optional().describe('A <meta> of this property, such as fb:app_id.'),
    content: line.max(1000).optional().describe('What the <meta> says.'),
    rel: z.enum(RELATIONS).optional().describe('A <link> that says this of href, such as me.'),
    href: address.optional().describe('Where the <link> leads.'),
    type: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+$/, 'a media type such as application/rss+xml')
      .optional()
      .describe('The media type of what the <link> leads to.'),
    title: line.max(200).optional().describe('What the <link> leads to, in words.'),
    src: address.optional().describe('The address of a script that runs on every page; the policy allows it alone.'),
    integrity: z
      .string()
      .regex(
        /^sha(?:256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$/,
        'a hash such as sha384- and 64 letters and digits, as its provider or openssl gives it',
      )
      .optional()
      .describe('The hash of the script; a browser runs no other. Its host has to send Access-Control-Allow-Origin.'),
    module: z.boolean().default(false).describe('Whether the script is a module.'),
    async: z
      .boolean()
      .default(false)
      .describe('Whether the script may run before the page is read; else it runs after.'),
    data: z
      .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name of lower-case letters, digits and hyphens'), line.max(500))
      .default({})
      .describe('The data- attributes of the script: { domain: help.example.com } gives data-domain.'),
    inline: z
      .string()
      .max(20_000)
      .regex(/\S/, 'the text of a script')
      .regex(/^[^\p{Cs}\u0000-\u0008\u000b-\u001f\u007f]*$/u, 'text without control characters')
      .regex(/^(?![\s\S]*<(?:\/?script|!--))/i, 'a script without <script, </script and <!--, which end or begin one')
      .optional()
      .describe('The text of a script that runs on every page; the policy names it by its hash.'),
    scripts: origins.default([]).describe('Origins from which the script loads further scripts.'),
    connect: origins.default([]).describe('Origins that the script sends to or asks.'),
    images: origins.default([]).describe('Origins from which the script loads pictures.'),
    widget: z
      .boolean()
      .default(false)
      .describe('True puts it also into the page that stands in a frame on other sites.'),
  })
  .superRefine((entry, context) => {
    const issue = (field: string | undefined, message: string) =>
      context.addIssue({
        code: 'custom',
        path: field === undefined ? [] : [field],
        message,
        input: field === undefined ? entry : entry[field as keyof typeof entry],
      });
    const [kind, ...others] = kinds.filter((field) => entry[field] !== undefined);
    if (kind === undefined) return issue(undefined, `one of ${kinds.join(', ')}, and what goes with it`);
    for (const other of others) issue(other, `an entry of its own; this one is a ${kind}`);
    const { needs, takes } = KINDS[kind];
    for (const field of needs) if (entry[field] === undefined) issue(field, `text, which ${kind} needs`);
    const allowed: readonly string[] = [...kinds, ...needs, ...takes, 'widget'];
    for (const [field, value] of Object.entries(entry))
      if (!allowed.includes(field) && isSet(value)) issue(field, `nothing; ${field} does not go with ${kind}`);
  });

/** Fields with a default are there in every entry. */
function isSet(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== false;
}

export const headSchema = z.array(headEntrySchema).max(50).default([]);

export type HeadEntry = z.infer<typeof headEntrySchema>;
