import { isRecord } from '../records.ts';
import { type Component, escapeText, type MdxWriter, textProperty } from './mdx-component.ts';

const texts = [
  'title',
  'label',
  'heading',
  'name',
  'text',
  'description',
  'summary',
  'caption',
  'alt',
  'content',
  'children',
  'subtitle',
  'question',
  'answer',
  'message',
  'quote',
  'author',
];

/** What nothing is known about keeps what it shows: the words in its properties and what stands in it. */
export function unknownComponent(component: Component, writer: MdxWriter): string {
  const { name, children, properties } = component;
  const body = component.isFlow ? writer.flow(children) : writer.line(children);
  const words = texts
    .filter((text) => body === '' || text !== 'name')
    .flatMap((text) => textProperty(component, text) ?? []);
  const listed = body === '' && words.length === 0 ? [...properties.values()].flatMap(wordsIn) : [];
  const all = [...words, ...listed];
  if (all.length === 0 && !body.trim()) {
    writer.note(
      'lost',
      'component-dropped',
      `nothing is known about <${name}>, and no text stands in it; it is missing`,
    );
    return '';
  }
  writer.note('changed', 'component-to-text', `<${name}>, which means nothing here, became the text in it`);
  if (!component.isFlow) return [...all.map(escapeText), body].filter(Boolean).join(' ');
  return `\n\n${[...all.map(escapeText), body].filter(Boolean).join('\n\n')}\n\n`;
}

/** The texts in a list of objects that a component is given, as questions with their answers. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return (value as unknown[]).flatMap(wordsIn);
  if (isRecord(value)) return texts.flatMap((name) => (typeof value[name] === 'string' ? [value[name]] : []));
  return [];
}
