import { bookmarkAddress } from '../../agents/message-address.ts';

const place = document.querySelector<HTMLElement>('[data-bookmark]');
if (place) offer(place);

/** Makes the bookmark for the page as it is served, and says what to do with it to those who press it: it is for dragging. */
function offer(place: HTMLElement): void {
  const { bookmark = '', here = '', copied = '', notCopied = '' } = place.dataset;
  const link = place.querySelector('a')!;
  link.href = bookmarkAddress(bookmark, location.origin + location.pathname);
  const said = place.querySelector<HTMLElement>('[role="status"]')!;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    said.textContent = here;
  });
  place.querySelector('button')!.addEventListener('click', () => {
    navigator.clipboard.writeText(link.href).then(
      () => (said.textContent = copied),
      () => (said.textContent = notCopied),
    );
  });
}
