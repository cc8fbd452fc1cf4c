import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeHtmlText } from '../../../src/site/escape-html.ts';

const hostile = 'a < b && "c" > \'d\' &amp; </b><script>alert(1)</script>';

describe('text in HTML', () => {
  it('is shown as it was written, in an element and in an attribute', () => {
    const { document } = parseHTML(
      `<p title="${escapeHtml(hostile)}">${escapeHtml(hostile)}</p><p>${escapeHtmlText(hostile)}</p>`,
    );
    const [first, second] = [...document.querySelectorAll('p')];
    expect([first?.getAttribute('title'), first?.textContent, second?.textContent]).toEqual([
      hostile,
      hostile,
      hostile,
    ]);
    expect(document.querySelector('script')).toBeNull();
  });

  it('keeps its quotation marks between elements only', () => {
    expect([escapeHtml('"a"'), escapeHtmlText('"a"')]).toEqual(['&quot;a&quot;', '"a"']);
  });
});
