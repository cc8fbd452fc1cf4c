// Stands in the agents' page where help desks may show it, before its styles: there it is a panel, in the scheme that the
// help desk states in the address, or else in the device's. What the reader chose elsewhere could not be changed in it.
if (top !== self) {
  const root = document.documentElement;
  root.dataset.panel = '';
  const scheme = new URLSearchParams(location.search).get('scheme');
  if (scheme === 'light' || scheme === 'dark') root.dataset.theme = scheme;
  else delete root.dataset.theme;
}
