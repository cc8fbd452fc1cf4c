// Stands right behind the line of choices, before the text: chooses for the reader, by the address, else as chosen before,
// else by what the browser tells, and folds what is for others while the text comes in, before any of it is painted.
// See ../article/variants.ts for what the reader does then.
{
  const line = document.currentScript.previousElementSibling;
  const selects = [...line.querySelectorAll('select')];
  let kept = '';
  try {
    kept = localStorage.getItem('signpost:variants') ?? '';
  } catch {
    // Storage may be forbidden; then nothing was chosen before.
  }
  const chosen = new URLSearchParams(kept);
  const asked = (new URLSearchParams(location.search).get('for') ?? '').split(',');
  const agent = navigator.userAgentData?.platform || navigator.userAgent;
  // The signs of one system are in others' names: an iPhone says Mac, an Android says Linux.
  const [system] =
    [
      ['android', /android/i],
      ['ios', /iP(hone|ad|od)|^iOS/],
      ['windows', /windows/i],
      ['chromeos', /CrOS|^Chrom/],
      ['macos', /mac/i],
      ['linux', /linux/i],
    ].find(([, sign]) => sign.test(agent)) ?? [];
  // An iPad asks for pages made for computers, and says that it is one.
  const told = [
    system === 'macos' && navigator.maxTouchPoints > 1 ? 'ios' : system,
    navigator.language.split('-').pop(),
  ];
  for (const select of selects) {
    const options = [...select.options];
    const find = (fits) => options.find((option) => option.value && fits(option));
    const before = chosen.get(select.name);
    const choice =
      find(({ value }) => asked.includes(value)) ??
      (before === '' ? options[0] : find(({ value }) => value === before)) ??
      find(({ dataset }) => dataset.guess?.split(' ').some((guess) => told.includes(guess)));
    if (choice) choice.selected = true;
  }
  line.hidden = !line.querySelector('label:not([hidden])');

  const groups = (block) => [...new URLSearchParams(block.dataset.for)];
  const chosenBy = (name) => selects.find((select) => select.name === name)?.value;
  const isFor = (block) =>
    groups(block).every(([name, values]) => !chosenBy(name) || values.split(' ').includes(chosenBy(name)));
  /** @param {Element | null} [sought] What the address or the reader leads to: it is shown, whoever it is for. */
  const fold = (sought = null) => {
    const text = line.parentElement;
    for (const block of text.querySelectorAll('details[data-for]:not(.tab)'))
      block.open = isFor(block) || block.contains(sought);
    for (const list of text.querySelectorAll('.tabs > [role=tablist]')) {
      const tabs = [...list.children];
      const panels = [...list.parentElement.children].filter((child) => child.matches('.tab'));
      const now = panels[tabs.findIndex((tab) => tab.tabIndex === 0 && tab.hasAttribute('tabindex'))];
      const open =
        panels.find((panel) => panel.contains(sought)) ??
        (now && isFor(now)
          ? now
          : panels.find((panel) => isFor(panel) && groups(panel).some(([name]) => chosenBy(name)))) ??
        now ??
        panels[0];
      list.hidden = false;
      panels.forEach((panel, at) => {
        panel.open = panel === open;
        tabs[at].setAttribute('aria-selected', panel.open);
        tabs[at].tabIndex = panel.open ? 0 : -1;
      });
    }
  };
  line.addEventListener('change', ({ detail }) => fold(detail));
  const arrive = () => {
    let anchor;
    try {
      anchor = decodeURIComponent(location.hash.slice(1));
    } catch {
      // No anchor is written like this.
    }
    fold(document.getElementById(anchor));
  };
  const coming = new MutationObserver(arrive);
  coming.observe(line.parentElement, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    arrive();
    coming.disconnect();
  });
}
