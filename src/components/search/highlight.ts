import type { Passage } from '../../search/core/types.ts';

/** A passage as text nodes and `<mark>` elements; its text is never parsed as HTML. */
export function markedText({ text, marks }: Passage): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of marks) {
    if (start < done || end > text.length) continue;
    fragment.append(text.slice(done, start));
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    fragment.append(mark);
    done = end;
  }
  fragment.append(text.slice(done));
  return fragment;
}
