/** Styles inside the widget's shadow root: constructed sheets need no line in the host page's policy. */
export const styles = `
:host { all: initial; color-scheme: light dark; --signpost: #0f6b5c; --signpost-ink: #fff; }
button, .bar { font: 600 1rem/1.2 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
button { cursor: pointer; border: 0; }
.open { position: fixed; z-index: 2147483000; inset-block-end: 1rem; inset-inline-end: 1rem; min-block-size: 3rem; padding: 0.75rem 1.25rem; border-radius: 1.5rem; background: var(--signpost); color: var(--signpost-ink); box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.panel { position: fixed; z-index: 2147483001; inset-block-end: 1rem; inset-inline-end: 1rem; inline-size: min(26rem, 100vw - 2rem); block-size: min(42rem, 100dvh - 2rem); display: flex; flex-direction: column; border-radius: 0.75rem; overflow: hidden; background: Canvas; box-shadow: 0 8px 40px rgb(0 0 0 / 35%); }
.start { inset-inline: 1rem auto; }
[hidden] { display: none; }
.bar { display: flex; align-items: center; gap: 1rem; padding-inline-start: 1.125rem; background: var(--signpost); color: var(--signpost-ink); }
.name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.close { inline-size: 3rem; block-size: 3rem; background: none; color: inherit; font-size: 1.125rem; }
iframe { flex: 1; inline-size: 100%; border: 0; }
:focus-visible { outline: 3px solid var(--signpost-ink); outline-offset: -5px; }
.open:focus-visible { outline: 3px solid #1a73e8; outline-offset: 2px; }
@media (max-width: 30rem) { .panel { inset: 0; inline-size: 100%; block-size: 100%; border-radius: 0; } }
@media print { .open, .panel { display: none; } }
`;
