import { describe, expect, it } from 'vitest';
import { headSchema } from '../../../src/schemas/head.ts';

const ADDRESS = 'an address that begins with https://, or a path of this site that begins with /';
const ORIGIN = 'an origin such as https://stats.example.com or https://*.example.com, without a path';
const SCRIPT = 'a script without <script, </script and <!--, which end or begin one';
const NAME = 'a name of letters, digits, dots, hyphens and colons';
const KIND = 'one of name, property, rel, src, inline, and what goes with it';

/** Entries that somebody might smuggle into site.yaml, with the field and the expectation that names each. */
const HOSTILE: [entry: unknown, field: string, expected: string][] = [
  [{ src: 'javascript:alert(1)' }, 'src', ADDRESS],
  [{ src: 'JaVaScRiPt:alert(1)' }, 'src', ADDRESS],
  [{ src: 'data:text/javascript,alert(1)' }, 'src', ADDRESS],
  [{ src: 'blob:https://a.example.com/1' }, 'src', ADDRESS],
  [{ src: 'http://stats.example.com/a.js' }, 'src', ADDRESS],
  [{ src: '//stats.example.com/a.js' }, 'src', ADDRESS],
  [{ src: '/\\stats.example.com/a.js' }, 'src', ADDRESS],
  [{ src: 'stats.js' }, 'src', ADDRESS],
  [{ src: '' }, 'src', ADDRESS],
  [{ src: 'https://' }, 'src', ADDRESS],
  [{ src: 'https://user:secret@stats.example.com/a.js' }, 'src', ADDRESS],
  [{ src: 'https://stats.example.com/a.js"onload="alert(1)' }, 'src', ADDRESS],
  [{ src: "https://stats.example.com/a.js'" }, 'src', ADDRESS],
  [{ src: 'https://stats.example.com/a.js><script>' }, 'src', ADDRESS],
  [{ src: 'https://stats.example.com/a.js; script-src *' }, 'src', ADDRESS],
  [{ src: 'https://stats.example.com/\na.js' }, 'src', ADDRESS],
  [{ src: 'https://stats.example.com\u0000.evil.example/a.js' }, 'src', ADDRESS],
  [{ src: 'https://[bad/a.js' }, 'src', ADDRESS],
  [{ src: '\thttps://stats.example.com/a.js' }, 'src', ADDRESS],
  [
    { src: `https://stats.example.com/${'a'.repeat(3000)}` },
    'src',
    'Too big: expected string to have <=2000 characters',
  ],
  [{ src: 7 }, 'src', 'Invalid input: expected string, received number'],
  [{ src: ['https://stats.example.com/a.js'] }, 'src', 'Invalid input: expected string, received array'],
  [{ src: '/a.js', onload: 'alert(1)' }, '', 'Unrecognized key: "onload"'],
  [{ src: '/a.js', nonce: 'x' }, '', 'Unrecognized key: "nonce"'],
  [{ src: '/a.js', data: { 'x onload': 'alert(1)' } }, 'data.x onload', 'Invalid key in record'],
  [{ src: '/a.js', data: { 'X=': 'a' } }, 'data.X=', 'Invalid key in record'],
  [{ src: '/a.js', data: { a: 'a\u0000' } }, 'data.a', 'text without control characters'],
  [
    { src: '/a.js', integrity: 'md5-abc' },
    'integrity',
    'a hash such as sha384- and 64 letters and digits, as its provider or openssl gives it',
  ],
  [{ src: '/a.js', content: 'a' }, 'content', 'nothing; content does not go with src'],
  [{ src: '/a.js', inline: 'a()' }, 'inline', 'an entry of its own; this one is a src'],
  [{ src: '/a.js', connect: ['*'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['https://*'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['https:'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['http://stats.example.com'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['wss://stats.example.com'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ["https://a.example.com 'unsafe-inline'"] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['https://a.example.com; script-src *'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['https://a.example.com,default-src *'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['https://a.example.com\nX-Header: 1'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', connect: ['https://a.example.com/path'] }, 'connect.0', ORIGIN],
  [{ src: '/a.js', scripts: ["'unsafe-eval'"] }, 'scripts.0', ORIGIN],
  [{ src: '/a.js', scripts: ['data:'] }, 'scripts.0', ORIGIN],
  [{ src: '/a.js', images: ['https://*.*.example.com'] }, 'images.0', ORIGIN],
  [{ src: '/a.js', images: 'https://a.example.com' }, 'images', 'Invalid input: expected array, received string'],
  [{ inline: 'a()</script><script src=//evil.example>' }, 'inline', SCRIPT],
  [{ inline: 'a("</SCRIPT >")' }, 'inline', SCRIPT],
  [{ inline: '<!-- <script>' }, 'inline', SCRIPT],
  [{ inline: 'a("<script>")' }, 'inline', SCRIPT],
  [{ inline: ' \n ' }, 'inline', 'the text of a script'],
  [{ inline: 'a("\u0007")' }, 'inline', 'text without control characters'],
  [{ inline: 'a()\r\nb()' }, 'inline', 'text without control characters'],
  [{ inline: 'a("\ud800")' }, 'inline', 'text without control characters'],
  [{ inline: `a("${'x'.repeat(30_000)}")` }, 'inline', 'Too big: expected string to have <=20000 characters'],
  [{ inline: 'a()', data: { a: 'b' } }, 'data', 'nothing; data does not go with inline'],
  [{ name: 'verification' }, 'content', 'text, which name needs'],
  [{ name: 'x" http-equiv="refresh', content: '0;url=https://evil.example' }, 'name', NAME],
  [{ name: 'viewport', content: 'width=1' }, 'name', 'another name; this one the site writes by itself'],
  [{ name: 'Referrer', content: 'unsafe-url' }, 'name', 'another name; this one the site writes by itself'],
  [{ 'http-equiv': 'refresh', content: '0;url=https://evil.example' }, '', 'Unrecognized key: "http-equiv"'],
  [
    { property: 'og:url', content: 'https://evil.example' },
    'property',
    'another name; this one the site writes by itself',
  ],
  [{ name: 'a', content: 'b', href: '/x' }, 'href', 'nothing; href does not go with name'],
  [{ rel: 'me' }, 'href', 'text, which rel needs'],
  [{ rel: 'me', href: 'javascript:alert(1)' }, 'href', ADDRESS],
  [{ rel: 'alternate', href: '/feed', type: 'text/html"' }, 'type', 'a media type such as application/rss+xml'],
  [{ rel: 'me', href: '/x', connect: ['https://a.example.com'] }, 'connect', 'nothing; connect does not go with rel'],
  [{ widget: true }, '', KIND],
  [{}, '', KIND],
];
const RELATIONS = ['stylesheet', 'icon', 'canonical', 'preload', 'modulepreload', 'prefetch', 'manifest', 'import'];

describe('an entry of head', () => {
  it.each(HOSTILE)('%j is refused at %j', (entry, field, expected) => {
    const { error } = headSchema.safeParse([entry]);
    expect(error?.issues.map(({ path, message }) => ({ field: path.slice(1).join('.'), message }))).toContainEqual({
      field,
      message: expected,
    });
  });

  it.each(RELATIONS)('takes no link that loads or decides something: %s', (rel) => {
    expect(headSchema.safeParse([{ rel, href: '/x' }]).error?.issues[0]?.path).toEqual([0, 'rel']);
  });

  it.each(['<script src=x>', { src: '/a.js' }, null, [[]], ['<meta>'], [null], Array(51).fill({ src: '/a.js' })])(
    'is one of a list of at most 50: %j is none',
    (head) => {
      expect(headSchema.safeParse(head).success).toBe(false);
    },
  );
});
