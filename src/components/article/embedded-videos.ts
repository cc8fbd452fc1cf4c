import { followTimes, secondsOf } from './transcript-times.ts';

// Nothing is asked of another site until a film's button is pressed; then its player takes the place of the button.
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('.embed-play') : null;
  const film = button?.closest<HTMLElement>('.embed');
  if (film) play(film);
});

// A time sets where the film begins, and leads to the button, which says what it does; a player that is there goes on.
followTimes('.embed', (film, time, isPressed) => {
  const former = film.dataset.start;
  film.dataset.start = String(secondsOf(time));
  if (film.querySelector('iframe')) {
    // The address changes with what was pressed, and is no second request.
    if (isPressed || former !== film.dataset.start) play(film);
    return;
  }
  film.querySelector('.embed-time')?.replaceChildren(time);
  film.querySelector<HTMLElement>('.embed-play')?.focus({ preventScroll: true });
});

function play({ dataset: { player, start, title = '' }, firstElementChild: screen }: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.src = `${player}${start}`;
  frame.title = title;
  frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
  // These sites ask which site shows a film; which page it is they are not told.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  screen?.replaceChildren(frame);
  frame.focus({ preventScroll: true });
}
