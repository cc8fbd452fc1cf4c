import type { ProgressSink } from './progress.ts';
import type { IndexSection } from './index-document.ts';
import type { Teacher } from './teacher.ts';

/**
 * The teacher's vector of each section: the mean of that of its text below its titles and that of its titles alone.
 * Questions are short and sound like titles; the text adds what titles leave out.
 */
export async function sectionVectors(sections: readonly IndexSection[], teacher: Teacher, progress: ProgressSink): Promise<Float32Array[]> {
  const titles = sections.map(({ document, headings }) => [document.title, ...headings].join('\n'));
  const texts = sections.map(({ text }, place) => (text === '' ? titles[place]! : `${titles[place]!}\n${text}`));
  const vectors = await embedWithProgress([...texts, ...titles], teacher, progress);
  return sections.map((_, place) => {
    const other = vectors[sections.length + place]!;
    return vectors[place]!.map((value, dimension) => (value + other[dimension]!) / 2);
  });
}

/** Embeds texts, showing how many of those that are not cached are done. */
export async function embedWithProgress(texts: string[], teacher: Teacher, progress: ProgressSink, kind: 'query' | 'passage' = 'passage'): Promise<Float32Array[]> {
  let before = 0;
  let started = false;
  const vectors = await teacher.embed(texts, {
    kind,
    onProgress(done, total) {
      if (!started) progress.start(kind === 'query' ? 'Embedding queries' : 'Embedding sections', total);
      started = true;
      progress.advance(done - before);
      before = done;
    },
  });
  if (started) progress.stop();
  return vectors;
}
