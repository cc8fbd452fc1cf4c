/** Values that are odd in some field of a content folder, for random-content.ts. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What every object has, what systems and hosts take for their own, what looks like another file, what no ASCII has. */
export const NAMES = words(
  'constructor con nul index 404 0 007 null true search files a.b a_b a x-1 refunds.md rss.xml index.html ünï 한국어 帮助 café data new page undefined - a..b',
);
export const IDS = [...words('constructor con 0 007 null true index 404 a x-1 data 1e3'), 'z'.repeat(64)];
export const ALIASES = [
  ...words(
    `/old /old/ /old/index.html /old/a /old/b /hc/en-us/articles/1-A /% /%2e%2e/x /a%00b /ü /:id /* /a;b /' /" /<b> /& /constructor /__proto__ /... /a..b /.well-known/x /a//b /😀 /a:b /CON/x /x. /x.html /faq.php/x`,
  ),
  ...words(
    '/index.html /404.html /_headers /_redirects /_astro/x /en/ /en/rss.xml /a/ /.git/x /widget.js /x/index.html/y',
  ),
  `/${'l'.repeat(300)}`,
  `/${'d/'.repeat(600)}`,
  '/a\0b',
  '/a\ud800',
];
export const PICTURES = [
  ...words('a.png 100%.png a#b.png a?b.png ü.png constructor.png A.PNG x.svg x.gif x.jpg x.webp x.avif'),
  'a b.png',
];
export const DOWNLOADS = [...words('x.pdf 100%.pdf ü.zip constructor x.svg x.txt a#b.pdf x.PDF'), 'a b.pdf'];
export const RUNNING = words('x.html x.js x.xml');
export const LOCALES = words('en ko ar zh-hant-tw en-12 en-us-posix aaa de-1996 en-xa x en-us-us');
export const WORDS = [
  ...words('constructor __proto__ </script> ]]> $&x {{x}} <!-- 😀 " &amp; Refunds 한국어 帮助 ---'),
  "'",
  'a\0b',
  'a\ud800b',
  '\u202e',
  '\u0007',
  '  ',
  'a\nb',
  'a'.repeat(200),
];
export const DAYS = words('2026-05-01 0001-01-01 9999-12-31 2024-02-29 2026-02-30 "2026-05-01" 1970-01-01');
/** Fields of site.yaml, and values for any of them. */
export const SETTINGS = words(
  'base home logo favicon touchIcon accent timeZone tagline popular footer counting widget url defaultLocale',
);
export const VALUES: unknown[] = [
  ...words(
    '/ /help/ /ü/ /constructor/ //x/ /a/../ https://a.example https://ü.example:8080/x?y#z http://[::1]/ javascript:alert(1) https://u:p@a.example',
  ),
  ...words('logo.svg ./logo.svg ../logo.svg x.png #0f766e #000000 #ffffff Etc/GMT+12 Asia/Kathmandu constructor en ko'),
  { en: 'A', constructor: 'B' },
  { constructor: 'B' },
  {},
  { light: '#0f766e', dark: '#5eead4' },
  { light: '../logo.svg', dark: 'x.png', wordmark: true },
  ['constructor'],
  ['a', 'x-1'],
  [{ label: 'A', url: '/x' }],
  [{ label: { constructor: 'A' }, url: 'https://a.example' }],
  { endpoint: 'https://c.example/e' },
  { origins: ['https://*.a.example', 'https://['] },
  0,
  null,
  '',
  'x'.repeat(5000),
];
export const OTHER_FILES: Record<string, string[]> = {
  'synonyms.yaml': ['en: [[a, b]]', 'constructor: [[a, b]]', 'en: []'],
  'terms.yaml': ['en: [{ say: a, not: [b] }]', '__proto__: []', 'en: [{ say: "$&", not: ["("] }]'],
  'permalinks.yaml': [
    'articles: { constructor: { en: [constructor] } }',
    'moved: { gone: constructor }',
    'moved: { a: retired, b: "a#x" }',
    'moved: { a: b, b: a }',
  ],
  'check.yaml': [
    'off: [redirects, permalinks, address]',
    'off: [constructor]',
    'off: [published-file, image-file, internal-link]',
    'off: [brand-files, site-file, place, duplicate-id, named-ids, category-file]',
    'off: [place, locale-keys, anchor, directive, unclosed, raw-html, link-address]',
  ],
};
