// On a page that was opened with a question: what every search needs is asked for before the script that will search.
if (new URLSearchParams(location.search).get('q')) {
  for (const href of document.currentScript.dataset.files.split(' ')) {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }),
    );
  }
}
