import { closest } from '../../content/did-you-mean.ts';
import type { Problem, WrittenPage } from '../../content/types.ts';
import type { Diagnostic } from '../../markdown/findings.ts';
import { ALLOWED_HTML } from '../../markdown/rehype-allowed-html.ts';
import { ownValue } from '../../site/own-value.ts';
import type { Rule } from '../rule.ts';

/** What to write instead of HTML that is taken out. */
const INSTEAD: Record<string, string> = {
  script: 'Remove it; articles run no scripts.',
  style: 'Remove it; the design belongs to the site.',
  iframe: 'Write a film of YouTube or Vimeo as ![Its title](its address); link to any other page.',
  video: 'Write ![Its title](videos/film.mp4), with the file beside the article.',
  object: 'Link to the file instead.',
  embed: 'Link to the file instead.',
  form: 'Link to the form, or add it as a contact channel in site.yaml.',
  font: 'Remove the tags and keep the text.',
  center: 'Remove the tags and keep the text.',
};

export const rawHtml: Rule = {
  name: 'raw-html',
  ensures: 'Articles hold no HTML that the site takes out.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.diagnostics.flatMap((diagnostic): Problem[] => {
        if (diagnostic.kind === 'html-element') return [element(page, diagnostic)];
        if (diagnostic.kind === 'html-attribute') return [attribute(page, diagnostic)];
        return [];
      }),
    );
  },
};

function element(page: WrittenPage, { name, line, column }: Diagnostic): Problem {
  const meant = closest(name, ALLOWED_HTML.tagNames ?? []);
  return {
    file: page.file,
    line,
    column,
    rule: 'raw-html',
    found: `the HTML element <${name}>, which the site takes out`,
    expected: 'Markdown, or HTML of the list in src/check/rules/raw-html.md',
    remedy:
      ownValue(INSTEAD, name) ??
      (meant === undefined
        ? 'Write it as Markdown, or remove it.'
        : `Did you mean <${meant}>? Else write it as Markdown, or remove it.`),
    severity: 'error',
  };
}

function attribute(page: WrittenPage, { name, line, column }: Diagnostic): Problem {
  const handler = /^on[A-Z]/.test(name);
  return {
    file: page.file,
    line,
    column,
    rule: 'raw-html',
    found: `the HTML attribute ${name.toLowerCase()}, which the site takes out`,
    expected: handler ? 'no scripts in articles' : 'HTML without it',
    remedy: name === 'style' ? 'Remove it; the design belongs to the site.' : 'Remove it.',
    severity: handler ? 'error' : 'warning',
  };
}
