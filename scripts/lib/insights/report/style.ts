/** The report's whole style: one file must be readable on a screen, in the dark and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c2321, #e8ecea); --muted: light-dark(#52605b, #a7b3ae); --line: light-dark(#d5dcd9, #3a4541); --ground: light-dark(#fff, #151a18); --answered: light-dark(#0f6b5c, #4fc3ab); --contacted: light-dark(#b45309, #f0a04b); --silent: light-dark(#9aa5a0, #6b7672); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 80rem; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin-block: 0 0.25rem; }
h2 { font-size: 1.3rem; margin-block: 2.5rem 0.5rem; }
p { max-inline-size: 44rem; }
.muted { color: var(--muted); }
.facts { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; padding: 0; list-style: none; }
.facts li { flex: 1 1 9rem; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem 1rem; }
.facts .change { display: block; margin-block-start: 0.25rem; color: var(--muted); font-size: 0.85rem; }
.span { margin-block: 0 0.25rem; }
.facts b { display: block; font-size: 1.6rem; line-height: 1.2; }
figure { margin: 1.5rem 0 0.5rem; }
figcaption { font-weight: 600; }
svg { max-inline-size: 100%; block-size: auto; }
.phone { display: none !important; }
.key { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.25rem 0; padding: 0; list-style: none; font-size: 0.9rem; }
.key li::before { content: ''; display: inline-block; inline-size: 0.8em; block-size: 0.8em; margin-inline-end: 0.4em; border-radius: 2px; background: var(--colour); }
.answered, .searches { --colour: var(--answered); }
.contacted, .unanswered { --colour: var(--contacted); }
.silent { --colour: var(--silent); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; margin-block: 0.5rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.6rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
th { font-weight: 600; }
:lang(ko) :is(th, td) { word-break: keep-all; }
thead th { vertical-align: bottom; min-inline-size: 4.5em; hyphens: auto; text-wrap: balance; }
tbody th { min-inline-size: 12rem; overflow-wrap: anywhere; }
tbody th.short { min-inline-size: 0; white-space: nowrap; }
.wide { min-inline-size: 13rem; overflow-wrap: anywhere; }
.number { text-align: end; }
td.number { white-space: nowrap; }
a { color: inherit; text-underline-offset: 0.2em; }
code { color: var(--muted); font-size: 0.85em; font-weight: 400; }
.wordings { color: var(--muted); font-size: 0.9rem; }
.wordings span + span::before { content: ' · '; }
.command { user-select: all; -webkit-user-select: all; cursor: copy; }
summary { cursor: pointer; color: var(--muted); }
@media screen and (max-width: 40rem) {
  body { padding: 1rem; }
  .desk { display: none !important; }
  .phone { display: block !important; }
  table, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding-block: 0.6rem; border-block-end: 1px solid var(--line); }
  tbody th, td { padding: 0.1rem 0; border: 0; }
  td:not(.wide) { display: flex; justify-content: space-between; gap: 1rem; }
  td::before { content: attr(data-title); color: var(--muted); font-size: 0.9rem; white-space: normal; }
  td.wide::before { display: block; }
  td:empty { display: none; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; max-inline-size: none; font-size: 10pt; }
  h2 { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  .scroll { overflow: visible; }
  details { display: none; }
}
`;
