/** What differs in the widget's frame, where every page of the help center may be shown. */
if (parent !== window) {
  document.documentElement.dataset.framed = '';
  // Home is the widget's own page there.
  const home = document.querySelector<HTMLAnchorElement>('.brand')?.getAttribute('href');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.getAttribute('href') === home) link.href = `${home}widget/`;
    // Other sites seldom allow being framed.
    else if (/^https?:$/.test(link.protocol) && link.origin !== location.origin) link.target = '_blank';
  }
  // Escape closes the widget unless it had something nearer to close.
  document.addEventListener('keydown', (event) => {
    // The message says nothing but "close", so any page around may hear it.
    if (event.key === 'Escape' && !event.defaultPrevented) parent.postMessage({ signpost: 'close' }, '*');
  });
}
