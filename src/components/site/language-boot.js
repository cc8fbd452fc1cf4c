// Stands right before the header: whether the reader's browser asks for another of the page's languages before its own.
// Room for the offer is made before anything is painted, so that nothing moves when its text comes; see language-offer.ts.
{
  let chosen;
  try {
    chosen = localStorage.getItem('signpost:language');
  } catch {
    // Storage may be forbidden; then every page offers.
  }
  const script = document.currentScript;
  const own = document.documentElement.lang;
  const language = (tag) => tag.split('-')[0];
  for (const asked of chosen ? [] : navigator.languages) {
    const near = script.dataset.tags.split(' ').filter((tag) => language(tag) === language(asked));
    // The very tag; else the page's own, where it is of that language; else the first one.
    const lang = [asked, own, near[0]].find((tag) => near.includes(tag));
    if (!lang) continue;
    if (lang !== own) script.before(Object.assign(document.createElement('aside'), { className: 'offer', lang }));
    break;
  }
}
