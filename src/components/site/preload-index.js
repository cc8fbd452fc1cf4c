// On a page that was opened with a question: what every search needs is asked for before the script that will search. A
// question without a letter of the page's language is first put to the index of another one: what gives it meaning here
// is not asked for.
{
  const question = new URLSearchParams(location.search).get('q');
  if (question) {
    const { script } = new Intl.Locale(document.documentElement.lang).maximize();
    const letters =
      { Kore: 'sc=Hang', Jpan: 'L', Hans: 'sc=Han', Hant: 'sc=Han' }[script] ?? (script ? `sc=${script}` : 'L');
    const needed = new RegExp(`\\p{${letters}}`, 'u').test(question) ? undefined : 2;
    for (const href of document.currentScript.dataset.files.split(' ').slice(0, needed)) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }),
      );
    }
  }
}
