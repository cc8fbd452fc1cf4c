/** The parts of the browser's storage that we use; every call works, or does nothing, where storage is forbidden. */
export interface GuardedStorage {
  /** Null when nothing is kept under this key. */
  get(key: string): string | null;
  /** False when the text could not be kept, because storage is full or forbidden. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
  keys(): string[];
}

/** @param storage Is asked at each call: where storage is forbidden, even naming it throws. */
function guarded(storage: () => Storage): GuardedStorage {
  const attempt = <Result>(use: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => attempt((kept) => kept.getItem(key), null),
    set: (key, text) =>
      attempt((kept) => {
        kept.setItem(key, text);
        return true;
      }, false),
    remove: (key) => attempt((kept) => kept.removeItem(key), undefined),
    keys: () => attempt(Object.keys, []),
  };
}

/** Kept in this browser, for every page of the site's origin. */
export const browserStorage = guarded(() => localStorage);

/** Where the browser keeps what was chosen of the site's choices, as the line of choices on a page writes it: `device=ios&plan=`. */
export const CHOSEN_VARIANTS = 'signpost:variants';

/** Kept in this tab, until it is closed. */
export const tabStorage = guarded(() => sessionStorage);
