import { codeBlock, encodedAddress, escaped } from '../dialect/plain-text.ts';
import type { Note } from '../source.ts';
import type { Tag } from './tags.ts';

/** What no rule knows keeps its text: what stands in it, and what readers saw of its attributes. */
export function unknownTag({ name, named, plain, source }: Tag, body: string | undefined, notes: Note[]): string {
  const address = named.url ?? named.src ?? named.link ?? plain.find((value) => /^https?:\/\//.test(value));
  const content = named.content ?? named.code ?? named.diagram;
  const texts = ['title', 'summary', 'label', 'caption', 'alt', 'description', 'text', 'message', 'question', 'answer']
    .map((key) => named[key] ?? '')
    .filter(Boolean)
    .map(escaped);
  const [, integration, drawing] = /^@([\w-]+)\/([\w-]+)/.exec(name) ?? [];
  const shown = [
    ...(content === undefined
      ? []
      : [codeBlock(integration === 'mermaid' ? 'mermaid' : drawing === 'katex' ? 'latex' : '', content)]),
    ...texts,
    ...(address && /^https?:/.test(address) ? [`[${escaped(address)}](${encodedAddress(address)})`] : []),
    ...(body ? [body] : []),
  ];
  notes.push(
    shown.length > 0
      ? {
          level: 'changed',
          kind: 'tag-unknown',
          detail: `${shortened(source)}, which means nothing here, became the text in it`,
        }
      : {
          level: 'lost',
          kind: 'tag-dropped',
          detail: `nothing is known about ${shortened(source)}, and it holds no text`,
        },
  );
  return shown.length > 0 ? `\n\n${shown.join('\n\n')}\n\n` : '';
}

function shortened(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}
