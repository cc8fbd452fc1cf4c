import { browserObjects, objectToCounting, visitorObjects } from './opt-out.ts';
import { emptyOutbox } from './event-queue.ts';

/** Says whether this visit is counted, and lets the visitor change that. */
const place = document.querySelector<HTMLElement>('[data-counting-choice]');
const status = place?.querySelector('p');
const button = place?.querySelector('button');

function show(): void {
  if (!place || !status || !button) return;
  const { on = '', off = '', browser = '', stop = '', start = '' } = place.dataset;
  status.textContent = browserObjects() ? browser : visitorObjects() ? off : on;
  button.textContent = visitorObjects() ? start : stop;
  button.hidden = browserObjects();
}

button?.addEventListener('click', () => {
  objectToCounting(!visitorObjects());
  if (visitorObjects()) emptyOutbox();
  show();
});
show();
