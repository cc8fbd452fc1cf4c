import { slug } from 'github-slugger';
import { mapProse } from './code-ranges.ts';
import { mapLinesOutsideCode } from './lines-outside-code.ts';

/** A component without text between its tags, whose words come from its properties. */
const component =
  /[ \t]{0,9}<[A-Z][\w.]{0,60}(?:\s(?:[^<>"']|"[^"]{0,500}"|'[^']{0,500}'){0,500})?(?:\/>|><\/[A-Z][\w.]{0,60}>)/g;

/**
 * Gives headings with a component in them the address that they had: systems made it of the words beside the component,
 * before this showed any of its own. Headings whose address is written stay as they are.
 */
export function keepHeadingAnchors(body: string): string {
  if (!/^#{1,6}[ \t].*<[A-Z]/m.test(body)) return body;
  return mapLinesOutsideCode(body, (line) => {
    const [, marks = '', text = ''] = /^(#{1,6}[ \t]{1,9})(\S.{0,1000})$/.exec(line) ?? [];
    if (!text.includes('<') || /\{[/* ]{0,9}#/.test(text)) return line;
    const rest = mapProse(text, (part) => part.replace(component, ''));
    const id = slug(
      rest
        .replace(/\[([^\]]{0,300})\]\([^()]{0,300}\)/g, '$1')
        .replace(/[`*]/g, '')
        .trim(),
    );
    return rest === text || !id ? line : `${marks}${text.trimEnd()} {#${id}}`;
  });
}
