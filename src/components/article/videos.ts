import { followTimes, secondsOf } from './transcript-times.ts';

// Whoever comes from the search finds the film at the place, and starts it: no browser lets it play by itself.
followTimes('video', (film, time, isPressed) => {
  if (!(film instanceof HTMLVideoElement)) return;
  film.currentTime = secondsOf(time);
  film.focus({ preventScroll: true });
  if (isPressed) void film.play().catch(() => {});
});
