/** What is done with a film that is to begin at a time, such as `1:05`; `isPressed` when the visitor asked for it here. */
type Begin = (film: HTMLElement, time: string, isPressed: boolean) => void;

/**
 * Follows the times below films, and the one in the address that led here; without scripts the words stand there.
 * @param kind Selects the films that are meant: a page may have some of its own and some of other sites.
 */
export function followTimes(kind: string, begin: Begin): void {
  const follow = (link: Element | null | undefined, isPressed: boolean): void => {
    const film = link ? filmAbove(link) : undefined;
    if (!link || !film?.matches(kind)) return;
    begin(film, link.textContent, isPressed);
    film.scrollIntoView({ block: 'center' });
  };
  const goToAddress = (): void => {
    const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    follow(passage?.closest('.transcript') ? passage.querySelector('a') : null, false);
  };
  document.addEventListener('click', ({ target }) => {
    follow(target instanceof Element ? target.closest('.transcript p > a') : null, true);
  });
  addEventListener('hashchange', goToAddress);
  // Browsers go to the words first.
  addEventListener('load', () => setTimeout(goToAddress));
}

/** The film above the list that a time stands in. */
function filmAbove(link: Element): HTMLElement | undefined {
  const films = [...document.querySelectorAll<HTMLElement>('video, .embed')];
  return films.findLast((film) => film.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Of `1:05`: 65. */
export function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
