import { openState } from '../../contact/opening-state.ts';
import type { OpeningHours } from '../../schemas/channel.ts';

const REFRESH = 60_000;

/** Says beside each telephone line whether it is open now and until when, in the visitor's own time. */
function show(): void {
  const now = new Date();
  for (const place of document.querySelectorAll<HTMLElement>('[data-hours]')) {
    const { hours = '[]', zone = 'UTC', openNow = '', openUntil = '', opensAt = '', yourTime = '' } = place.dataset;
    const { open, changes } = openState(JSON.parse(hours) as OpeningHours[], zone, now);
    const template = open ? (changes ? openUntil : openNow) : opensAt;
    const elsewhere = changes && new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
    place.textContent =
      template.replace('{time}', changes ? when(changes, now) : '') + (elsewhere ? ` (${yourTime})` : '');
    place.dataset.open = String(open);
    place.hidden = !open && !changes;
  }
}

function when(moment: Date, now: Date): string {
  const soon = moment.getTime() - now.getTime() < 12 * 60 * 60_000;
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    ...(!soon && { weekday: 'long' }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(moment);
}

show();
setInterval(show, REFRESH);
