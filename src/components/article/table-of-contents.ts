import { safeDecode } from '../../site/safe-decode.ts';

/** Marks the section being read in the table of contents, keeps it in view there, and opens the table where there is room. */
const contents = document.querySelector<HTMLDetailsElement>('.toc details');
const scroller = document.querySelector('.toc-inner');
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.toc a')].map((link) => [safeDecode(link.hash.slice(1)), link]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

if (contents && matchMedia('(width >= 62rem)').matches) contents.open = true;

/** The last heading above the upper quarter of the window is the one being read. */
function mark(): void {
  const line = innerHeight / 4;
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
  for (const [id, link] of links) {
    const isCurrent = id === current?.id;
    if (isCurrent === link.hasAttribute('aria-current')) continue;
    if (isCurrent) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    if (isCurrent) follow(link);
  }
}

/** Scrolls the table, where it is longer than the window, until the entry and what comes next to it are in view; never the page. */
function follow(link: HTMLElement): void {
  if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return;
  const inner = scroller.getBoundingClientRect();
  const { top, bottom, height } = link.getBoundingClientRect();
  const above = top - 2 * height - inner.top;
  const below = bottom + 2 * height - inner.bottom;
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
}

let waiting = false;
function markSoon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    mark();
  });
}

if (headings.length > 0) {
  addEventListener('scroll', markSoon, { passive: true });
  mark();
}
