import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

/** Content of an owner under way: what each hostile file adds to. */
interface Draft {
  site: Record<string, unknown>;
  notices: Record<string, unknown>[];
  strings: Record<string, string>;
  css: string;
  files: Map<string, string>;
}

/** A file with one hostile text in one place. */
export interface HostileOwnerFile {
  name: string;
  /** The file that the check has to name, unless it may stand as it is. */
  file: string;
  /** True where it may not: an address that runs something or hides where it leads. */
  isRefused: boolean;
  put(draft: Draft): void;
}

/** What would set `pwned` in a page, or lead where nobody sees it. */
const TEXTS = [
  '<script>pwned=1</script>',
  '</title><script>pwned=1</script>',
  '</style><script>pwned=1</script>',
  '--><script>pwned=1</script>',
  '"><img src=x onerror=pwned=1>',
  "' autofocus onfocus='pwned=1",
  '<svg/onload=pwned=1>',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '&lt;script&gt;pwned=1&lt;/script&gt;',
  '{{constructor.constructor("pwned=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the text.
  '${pwned=1}',
  '*/} body{background:url(javascript:pwned=1)} /*',
  '__proto__',
  '\u202Etxt.exe',
  'x'.repeat(60_000),
];
const ADDRESSES = [
  'javascript:pwned=1',
  'JaVaScRiPt:pwned=1',
  'java\tscript:pwned=1',
  ' javascript:pwned=1',
  'data:text/html,<script>pwned=1</script>',
  'vbscript:pwned=1',
  'blob:https://help.example.com/x',
  'file:///etc/passwd',
  '//evil.example/x',
  '/\\evil.example/x',
  '../../../../etc/passwd',
  '"><script>pwned=1</script>',
];

type Place = [name: string, file: string, put: (draft: Draft, text: string, index: number) => void];

const page = (fields: Record<string, unknown>, body: string): string => `---\n${stringify(fields)}---\n\n${body}\n`;
const pageFile = (name: string, index: number): string => `pages/en/${name.replace(/\W+/g, '-')}-${index}.md`;
const KEYS = ['nav.contact', 'home.categories', 'article.related', 'search.placeholder', 'helpful.question'];

const TEXT_PLACES: Place[] = [
  [
    'page title',
    'pages/',
    ({ files }, title, index) => files.set(pageFile('page title', index), page({ title, description: 'A.' }, 'Text.')),
  ],
  [
    'page description',
    'pages/',
    ({ files }, description, index) =>
      files.set(pageFile('page description', index), page({ title: `D ${index}`, description }, 'Text.')),
  ],
  [
    'page text',
    'pages/',
    ({ files }, text, index) =>
      files.set(pageFile('page text', index), page({ title: `T ${index}`, description: 'A.' }, text)),
  ],
  [
    'cards',
    'pages/',
    ({ files }, text, index) =>
      files.set(
        pageFile('cards', index),
        page({ title: `C ${index}`, description: 'A.' }, `:::cards\n- [${text}](page:start) ${text}\n:::`),
      ),
  ],
  [
    'interface text',
    'strings/en.yaml',
    ({ strings }, text, index) => {
      strings[KEYS[index % KEYS.length]!] = text;
    },
  ],
  ['notice', 'notices.yaml', ({ notices }, text, index) => notices.push({ id: `n-${index}`, text })],
  [
    'notice link',
    'notices.yaml',
    ({ notices }, label, index) => notices.push({ id: `l-${index}`, text: 'A', link: { label, url: '/en/' } }),
  ],
  ['header link', 'site.yaml', ({ site }, label) => list(site, 'header').push({ label, url: '/en/' })],
  ['menu', 'site.yaml', ({ site }, label) => list(site, 'header').push({ label, links: [{ label, url: '/en/' }] })],
  ['column', 'site.yaml', ({ site }, label) => list(site, 'footer').push({ label, links: [{ label, url: '/en/' }] })],
  ['meta', 'site.yaml', ({ site }, content) => list(site, 'head').push({ name: 'robots-hint', content })],
  [
    'text in a sheet',
    'theme/custom.css',
    (draft, text) => {
      draft.css += `.x::before{content:${JSON.stringify(text)}}\n`;
    },
  ],
  [
    'rule of a sheet',
    'theme/custom.css',
    (draft, text) => {
      draft.css += `${text}\n`;
    },
  ],
];

/** Texts may lead to other sites, and a browser takes what looks like a scheme with a space in it for a path. */
const LINK_PLACES: Place[] = [
  [
    'page link',
    'pages/',
    ({ files }, address, index) =>
      files.set(pageFile('page link', index), page({ title: `L ${index}`, description: 'A.' }, `[Go](<${address}>)`)),
  ],
];

const ADDRESS_PLACES: Place[] = [
  [
    'notice address',
    'notices.yaml',
    ({ notices }, url, index) => notices.push({ id: `a-${index}`, text: 'A', link: { label: 'Go', url } }),
  ],
  ['header address', 'site.yaml', ({ site }, url) => list(site, 'header').push({ label: 'Go', url })],
  ['footer address', 'site.yaml', ({ site }, url) => list(site, 'footer').push({ label: 'Go', url })],
  ['script', 'site.yaml', ({ site }, src) => list(site, 'head').push({ src })],
  ['head link', 'site.yaml', ({ site }, href) => list(site, 'head').push({ rel: 'me', href })],
  [
    'logo',
    'site.yaml',
    ({ site }, logo) => {
      site.logo = logo;
    },
  ],
  ['font', 'site.yaml', ({ site }, file) => list(site, 'fonts').push({ family: 'A', file, use: 'text' })],
  [
    'edit link',
    'site.yaml',
    ({ site }, address) => {
      site.edit = { pattern: `${address}{path}` };
    },
  ],
  ['live notices', 'notices.yaml', (draft, url) => draft.files.set('notices.yaml', stringify({ live: { url } }))],
  [
    'picture in a sheet',
    'theme/custom.css',
    (draft, address) => {
      draft.css += `.x{background:url(${JSON.stringify(address)})}\n`;
    },
  ],
  [
    'sheet in a sheet',
    'theme/custom.css',
    (draft, address) => {
      draft.css += `@import ${JSON.stringify(address)};\n`;
    },
  ],
];

function list(site: Record<string, unknown>, field: string): Record<string, unknown>[] {
  const known = (site[field] ??= []);
  if (!Array.isArray(known)) throw new Error(`${field} is no list.`);
  return known;
}

/** Every text in every place: the files that somebody could make who means harm. */
export const hostileOwnerFiles: readonly HostileOwnerFile[] = [
  ...filesOf(TEXT_PLACES, TEXTS, false),
  ...filesOf(LINK_PLACES, ADDRESSES, false),
  ...filesOf(ADDRESS_PLACES, ADDRESSES, true),
];

function filesOf(places: Place[], texts: string[], isRefused: boolean): HostileOwnerFile[] {
  return places.flatMap(([name, file, put]) =>
    texts.map((text, index) => ({
      name: `${name}: ${JSON.stringify(text.slice(0, 60))}`,
      file,
      isRefused,
      put: (draft) => void put(draft, text, index),
    })),
  );
}

/** Writes a content folder with one article that holds all of these. */
export async function writeHostileOwner(root: string, hostile: readonly HostileOwnerFile[]): Promise<void> {
  const draft: Draft = {
    site: {
      form: 1,
      name: 'Harm',
      description: 'Help.',
      url: 'https://help.example.com',
      defaultLocale: 'en',
      locales: [{ code: 'en', label: 'English' }],
      contact: { channels: [{ type: 'email', label: 'Mail', address: 'a@example.com', responseTime: 'Soon' }] },
      search: { models: [{ languages: ['*', 'en'], source: 'none' }] },
    },
    notices: [],
    strings: {},
    css: '',
    files: new Map([
      ['pages/en/start.md', page({ title: 'Start', description: 'Begin here.' }, 'Begin.')],
      ['articles/en/billing/_category.yaml', 'title: Billing\ndescription: Money.\n'],
      ['articles/en/billing/pay.md', '---\ntitle: How do I pay?\nid: pay\ndescription: By card.\n---\n\nBy card.\n'],
    ]),
  };
  for (const { put } of hostile) put(draft);
  draft.files.set('site.yaml', stringify(draft.site));
  if (draft.notices.length > 0) draft.files.set('notices.yaml', stringify({ notices: draft.notices }));
  if (Object.keys(draft.strings).length > 0) draft.files.set('strings/en.yaml', stringify(draft.strings));
  if (draft.css) draft.files.set('theme/custom.css', draft.css);
  for (const [file, text] of draft.files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}
