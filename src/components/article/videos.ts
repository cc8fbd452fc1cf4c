/** A time below a film, or in the address that led here, is where the film begins; without scripts the words stand there. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.transcript p > a') : null;
  const film = link && filmOf(link);
  if (!link || !film) return;
  begin(film, link);
  void film.play().catch(() => {});
});
addEventListener('hashchange', goToAddress);
// Browsers go to the words first.
addEventListener('load', () => setTimeout(goToAddress));

/** Whoever comes from the search finds the film at the place, and starts it: no browser lets it play by itself. */
function goToAddress(): void {
  const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = passage?.closest('.transcript') ? passage.querySelector('a') : null;
  const film = link && filmOf(link);
  if (link && film) begin(film, link);
}

/** The film above the list that a time stands in. */
function filmOf(link: HTMLAnchorElement): HTMLVideoElement | null | undefined {
  const films = [...document.querySelectorAll('video')];
  return films.findLast((film) => film.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function begin(film: HTMLVideoElement, link: HTMLAnchorElement): void {
  film.currentTime = link.textContent.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  film.scrollIntoView({ block: 'center' });
  film.focus({ preventScroll: true });
}
