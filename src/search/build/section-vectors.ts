import type { ProgressSink } from './progress.ts';
import type { IndexSection } from './index-document.ts';
import type { Teacher } from './teacher.ts';

/**
 * The teacher's vector of each section: the mean of that of its text below its titles and that of its titles alone, at
 * length 1. Questions are short and sound like titles; the text adds what titles leave out. Where the two differ much
 * their mean is short; left so, such sections would lag behind.
 */
export async function sectionVectors(sections: readonly IndexSection[], teacher: Teacher, progress: ProgressSink): Promise<Float32Array[]> {
  const titles = sections.map(titlesOf);
  const texts = sections.map(({ text }, place) => (text === '' ? titles[place]! : `${titles[place]!}\n${text}`));
  const vectors = await embedWithProgress([...texts, ...titles], teacher, progress, { kind: 'passage', title: 'Embedding sections' });
  return sections.map((_, place) => {
    const other = vectors[sections.length + place]!;
    const sum = vectors[place]!.map((value, dimension) => value + other[dimension]!);
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
    return sum.map((value) => value / length);
  });
}

/** The titles of a section, one a line; keywords, which are customers' words, stand with the section that opens the article. */
function titlesOf({ document: { title, keywords }, headings }: IndexSection): string {
  return [title, ...headings, ...(headings.length === 0 && keywords.length > 0 ? [keywords.join(', ')] : [])].join('\n');
}

export interface EmbedStep {
  /** Which of the model's prefixes the texts get. */
  kind: 'query' | 'passage';
  /** What the terminal shows meanwhile. */
  title: string;
}

/** Embeds texts, showing how many of those that are not cached are done. */
export async function embedWithProgress(texts: string[], teacher: Teacher, progress: ProgressSink, { kind, title }: EmbedStep): Promise<Float32Array[]> {
  let before = 0;
  let started = false;
  const vectors = await teacher.embed(texts, {
    kind,
    onProgress(done, total) {
      if (!started) progress.start(title, total);
      started = true;
      progress.advance(done - before);
      before = done;
    },
  });
  if (started) progress.stop();
  return vectors;
}
