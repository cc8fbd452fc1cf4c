/** A pause in typing after which the newest state is read out (ms); shorter ones would interrupt the echo of keys. */
const QUIET = 500;

/** Tells screen readers, through a polite live region, what a search found. */
export function announcer(region: HTMLElement): (message: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    clearTimeout(timer);
    // Nothing to say and nothing said: no timer for each key.
    if (message === '' && region.textContent === '') return;
    timer = setTimeout(() => {
      region.textContent = message;
    }, QUIET);
  };
}
