import { expect, test } from './support/visitor.ts';

test.extend({ device: { viewport: { width: 240, height: 640 } } })(
  'lines of Chinese titles end between words',
  async ({ visitor: { page, open } }) => {
    await open('/zh-cn/a-z/');
    // The characters around every place where a line of a title ends within a part.
    const ends = (wordBreak: string) =>
      page.locator('.row a:has(wbr)').evaluateAll(
        (titles, wordBreak) =>
          (titles as HTMLElement[]).flatMap((title) => {
            if (wordBreak) title.style.wordBreak = wordBreak;
            const found: string[] = [];
            const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              let above: number | undefined;
              const text = node.textContent ?? '';
              for (let place = 0; place < text.length; place++) {
                range.setStart(node, place);
                range.setEnd(node, place + 1);
                const { top, height } = range.getBoundingClientRect();
                if (above !== undefined && top > above + height / 2) found.push(text.slice(place - 1, place + 1));
                above = top;
              }
            }
            return found;
          }),
        wordBreak,
      );
    const within = (found: string[]) => found.filter((end) => /^\p{Script=Han}{2}$/u.test(end));
    expect(within(await ends(''))).toEqual([]);
    // As they would end otherwise.
    expect(within(await ends('normal')).length).toBeGreaterThan(2);
  },
);
