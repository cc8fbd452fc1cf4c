/** The permalink of the article and of each heading, at the press of a button; a phone offers its own sheet. */
const place = document.querySelector<HTMLElement>('[data-permalink]');
if (place) {
  const link = new URL(place.dataset.permalink ?? '', location.href);
  const button = place.querySelector<HTMLButtonElement>('[data-share]');
  button?.addEventListener('click', () => void share(link.href, button));
  for (const heading of document.querySelectorAll<HTMLAnchorElement>('.heading-link')) {
    heading.addEventListener('click', () => void copy(link.href + heading.hash, button));
  }
}

async function share(url: string, button: HTMLButtonElement): Promise<void> {
  const touch = matchMedia('(pointer: coarse)').matches;
  if (!touch || !navigator.share) return copy(url, button);
  // Closing the sheet is an answer too.
  await navigator.share({ title: document.title, url }).catch(() => {});
}

async function copy(url: string, button: HTMLButtonElement | null | undefined): Promise<void> {
  const copied = await navigator.clipboard.writeText(url).then(
    () => true,
    () => false,
  );
  const said = place?.querySelector<HTMLElement>('[role="status"]');
  if (!said || !copied) return;
  said.textContent = button?.dataset.shared ?? '';
  setTimeout(() => (said.textContent = ''), 3000);
}
