/**
 * The function, asked once for each argument, or once altogether, while a site is built: content stays as it is, and every
 * page asks for the same lists. While writing it is asked every time.
 */
export function onceInBuild<Of extends [locale?: string], Result>(ask: (...of: Of) => Promise<Result>): (...of: Of) => Promise<Result> {
  const known = new Map<string | undefined, Promise<Result>>();
  return (...of) => {
    const answer = (!import.meta.env.DEV && known.get(of[0])) || ask(...of);
    known.set(of[0], answer);
    return answer;
  };
}
