// Stands right behind the line of choices, before the text. Chooses for the reader: by the address, else as before, else by
// what the browser tells; and folds what is for others while the text comes in, before any of it is painted. All of it is
// here and nothing in a file, since a page may pay 1.5 kB for it, and a file would come after the first paint.
{
  const line = document.currentScript.previousElementSibling;
  const text = line.parentElement;
  const selects = [...line.querySelectorAll('select')];
  // Storage may be forbidden; then a choice holds for the page.
  const stored = (use) => {
    try {
      return use(localStorage);
    } catch {}
  };
  // `device=ios&plan=`, nothing where everything was chosen.
  const kept = new URLSearchParams(stored((storage) => storage.getItem('signpost:variants')) ?? '');
  const keep = ({ name, value }) => {
    kept.set(name, value);
    stored((storage) => storage.setItem('signpost:variants', kept));
  };
  const asked = new URLSearchParams(location.search).get('for')?.split(',');
  // See src/site/variant-signs.ts for this and for the signs in it.
  const told =
    (navigator.userAgentData?.platform || navigator.userAgent) + (navigator.maxTouchPoints > 1) + navigator.language;
  for (const { name, options } of selects) {
    const find = (fits) => [...options].find(fits);
    const choice =
      find(({ value }) => asked?.includes(value)) ??
      find(({ value }) => value === kept.get(name)) ??
      find(({ dataset }) => dataset.guess && RegExp(dataset.guess, 'i').test(told));
    if (choice) choice.selected = true;
  }
  line.hidden = !line.dataset.variants;

  /** The choices that a block is by, with its values. */
  const groups = (block) =>
    selects.flatMap((select) => {
      const values = new URLSearchParams(block.dataset.for).get(select.name);
      return values ? [[select, values.split(' ')]] : [];
    });
  const isFor = (block) => groups(block).every(([{ value }, values]) => !value || values.includes(value));
  const panelsOf = (list) => [...list.parentElement.querySelectorAll(':scope > .tab')];
  /** @param {Element | null} [sought] What the address or the reader leads to: it is shown, whoever it is for. */
  const fold = (sought = null) => {
    for (const block of text.querySelectorAll('details[data-for]:not(.tab)'))
      block.open = isFor(block) || block.contains(sought);
    for (const list of text.querySelectorAll('[role=tablist]')) {
      const panels = panelsOf(list);
      const now = panels[list.now ?? 0];
      const open = panels.find((panel) => panel.contains(sought)) ?? [now, ...panels].find(isFor) ?? now;
      list.hidden = false;
      panels.forEach((panel, at) => {
        const tab = list.children[at];
        panel.open = panel === open;
        if (panel.open) list.now = at;
        tab.tabIndex = panel.open - 1;
        tab.ariaSelected = panel.open;
      });
    }
  };
  /** Chooses for all pages what a tab is for; the tab stays where it is, whatever folds above it. */
  const choose = (tab) => {
    const before = tab.getBoundingClientRect().top;
    const list = tab.parentElement;
    const panel = panelsOf(list)[[...list.children].indexOf(tab)];
    for (const [select, values] of groups(panel))
      if (!values.includes(select.value)) {
        select.value = values[0];
        keep(select);
      }
    fold(panel);
    tab.focus({ preventScroll: true });
    scrollBy(0, tab.getBoundingClientRect().top - before);
  };
  line.onchange = ({ target }) => {
    keep(target);
    fold();
  };
  text.onclick = ({ target }) => {
    if (target.role === 'tab') choose(target);
  };
  text.onkeydown = (event) => {
    const { target, key } = event;
    if (target.role !== 'tab') return;
    const tabs = [...target.parentElement.children];
    const at = tabs.indexOf(target);
    const way = getComputedStyle(target).direction === 'rtl' ? -1 : 1;
    const place = { ArrowRight: at + way, ArrowLeft: at - way, Home: 0, End: -1 }[key];
    if (place === undefined) return;
    event.preventDefault();
    choose(tabs.at(place % tabs.length));
  };
  // An address and the browser's own search open a panel by themselves.
  const reveal = ({ target }) => {
    if (target.open && target.matches('.tabs > .tab')) fold(target);
  };
  text.addEventListener('toggle', reveal, true);
  const arrive = () => fold(text.querySelector(':target'));
  const coming = new MutationObserver(arrive);
  coming.observe(text, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    arrive();
    coming.disconnect();
  });
}
