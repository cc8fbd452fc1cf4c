import { safeDecode } from '../../site/safe-decode.ts';

/** Marks the section being read in the table of contents, and opens the table where there is room. */
const contents = document.querySelector<HTMLDetailsElement>('.toc details');
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
    if (id === current?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
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
