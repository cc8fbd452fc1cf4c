/**
 * The function, asked once for each argument while a site is built: content stays as it is, and every page asks for the
 * same lists. While writing it is asked every time.
 */
export function onceInBuild<Result>(ask: (locale: string) => Promise<Result>): (locale: string) => Promise<Result> {
  const known = new Map<string, Promise<Result>>();
  return (locale) => {
    const answer = (!import.meta.env.DEV && known.get(locale)) || ask(locale);
    known.set(locale, answer);
    return answer;
  };
}
