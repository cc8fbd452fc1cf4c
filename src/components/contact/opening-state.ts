import { openState } from '../../contact/opening-state.ts';
import type { OpeningHours } from '../../schemas/channel.ts';

const REFRESH = 60_000;

/**
 * Says beside each line whether it is open now and until when, in the visitor's own time, and leaves the open ones where
 * only these are wanted.
 */
function show(): void {
  const now = new Date();
  for (const place of document.querySelectorAll<HTMLElement>('[data-hours]')) {
    const { hours = '[]', zone = 'UTC', openNow = '', openUntil = '', opensAt = '', yourTime = '' } = place.dataset;
    const { open, changes } = openState(JSON.parse(hours) as OpeningHours[], zone, now);
    const template = open ? (changes ? openUntil : openNow) : opensAt;
    const elsewhere = changes && new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
    place.textContent =
      template.replace('{time}', changes ? when(changes, now, languageOf(place)) : '') +
      (elsewhere ? ` (${yourTime})` : '');
    place.dataset.open = String(open);
    place.hidden = !open && !changes;
  }
  for (const list of document.querySelectorAll('[data-open-lines]')) {
    const lines = [...list.children] as HTMLElement[];
    const isAnyOpen = lines.some(isOpen);
    for (const line of lines) line.hidden = isAnyOpen && !isOpen(line);
  }
  for (const list of document.querySelectorAll('[data-first-open]')) {
    const ways = [...list.children] as HTMLElement[];
    const chosen =
      ways.find(
        (way) => isOpen(way) || (way.querySelector('[data-channel="link"]') && !way.querySelector('[data-hours]')),
      ) ??
      ways.find((way) => way.querySelector('[data-channel="form"]')) ??
      ways[0];
    for (const way of ways) way.hidden = way !== chosen;
  }
}

/** Whether the opening hours of a way to a person say that somebody is there. */
function isOpen(way: HTMLElement): boolean {
  return way.querySelector('[data-open="true"]') !== null;
}

/** A lost page is there in every language, and says so on its parts. */
function languageOf(place: HTMLElement): string {
  return place.closest<HTMLElement>('[lang]')!.lang;
}

function when(moment: Date, now: Date, language: string): string {
  const soon = moment.getTime() - now.getTime() < 12 * 60 * 60_000;
  return new Intl.DateTimeFormat(language, {
    ...(!soon && { weekday: 'long' }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(moment);
}

show();
setInterval(show, REFRESH);
