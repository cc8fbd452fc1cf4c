import type { Conversion, ConversionInput } from './convert-article.ts';
import { shorten } from './description.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Longest text that is kept of an article that no parser reads, in characters. */
const longest = 200_000;

/** The last resort: the words of a text without its structure, one paragraph for each block of it. */
export function plainTextConversion(input: ConversionInput, why: string): Conversion {
  const bare = input.format === 'html'
    ? input.body.slice(0, longest * 4).replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<\/?(p|div|li|h[1-6]|tr|br|table|ul|ol)\b[^<>]*>/gi, '\n\n').replace(/<[^<>]*>/g, ' ')
    : input.body;
  const paragraphs = bare.replace(/\n\s*\n/g, '\n\n').slice(0, longest).split('\n\n').map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const markdown = writeMarkdown({ type: 'root', children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })) });
  return {
    markdown, anchors: {}, pending: [], keywords: [], images: [], inlineImages: [], downloads: [],
    description: paragraphs[0] ? shorten(paragraphs[0]) : undefined,
    notes: [{ level: 'lost', kind: 'structure-lost', detail: `${why}; its plain text was kept` }],
  };
}
