/** The language of a stemmer or a list of stop words, Orama's or one of our own. */
const LANGUAGE =
  /(?:@orama[\\/](?:stemmers|stopwords)[\\/]dist[\\/](?:.*[\\/])?|src[\\/]search[\\/]core[\\/]text[\\/](?:stemmers|stop-words)[\\/])(\w+)\.\w+$/;

/**
 * The Vite plugin that says which modules visitors get in one file. Split where pages happen to share them, they were
 * fifteen files of mostly one kilobyte before a search could begin, and a host that speaks HTTP/1.1 hands out six at a time.
 */
export function codeSplitting() {
  const groups = [
    // What every page runs, with all that it imports; a page has it whatever else asks for a part of it.
    { name: 'page', test: /[\\/]src[\\/]layouts[\\/]main\.ts$/, priority: 1 },
    // Stems and stop words of a language are wanted together, and named after it.
    { name: (id: string) => LANGUAGE.exec(id)?.[1] ?? null, priority: 1 },
    // Needed by questions in another language than the page's, and where agents read messages: a first search has no use for it.
    {
      name: 'other-languages',
      test: /[\\/]src[\\/]search[\\/]core[\\/](?:query[\\/](?:question-language|han-signs)|merge-languages)\.ts$/,
      priority: 1,
    },
    // What several of the pages' searches share: the index, the ranking, the session, the translator, and a few lines that would be a file.
    {
      name: 'search',
      test: /[\\/]src[\\/](?:search[\\/]|components[\\/]search[\\/]|i18n[\\/]|site[\\/](?:urls|escape-html)\.ts)/,
      minShareCount: 2,
    },
  ];
  return {
    name: 'signpost:code-splitting',
    config: () => ({
      environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
    }),
  };
}
