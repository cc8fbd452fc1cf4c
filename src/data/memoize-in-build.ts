import { memoize } from '../cache/memoize.ts';

/**
 * The function, which does the work once for each argument while a site is built: content stays as it is, and every page
 * asks for the same lists. While writing it does the work every time.
 */
export function memoizeInBuild<Arguments extends readonly unknown[], Result>(
  make: (...of: Arguments) => Promise<Result>,
): (...of: Arguments) => Promise<Result> {
  return import.meta.env.DEV ? make : memoize(make);
}
