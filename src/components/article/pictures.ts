/** A picture is worth opening when that makes it at least so much wider. */
const GAIN = 1.2;
/** On a screen that is narrower than this (px) a picture in full size is looked at part by part. */
const READABLE = 960;

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-pictures]');
const frame = dialog?.querySelector('div');
if (dialog && frame) {
  // Tells the first size, too, and that of a picture which is shown once the reader chooses other colours.
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) offer(target as HTMLImageElement, dialog, frame);
  });
  for (const picture of document.querySelectorAll('.prose img')) sizes.observe(picture);
  // The picture itself closes it, too; of what is around it browsers since 2025 do so by themselves.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target instanceof HTMLImageElement) dialog.close();
  });
}

/** Makes a button of a picture that has more to show than there is room for. */
function offer(picture: HTMLImageElement, dialog: HTMLDialogElement, frame: HTMLElement): void {
  const width = picture.clientWidth;
  if (width === 0 || picture.closest('a, button, summary') || widthInFull(picture) < width * GAIN) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'picture-open';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute(
    'aria-label',
    (dialog.dataset.pictures ?? '').replace('{alt}', () => picture.alt),
  );
  picture.replaceWith(button);
  button.append(picture);
  button.addEventListener('click', () => open(dialog, frame, picture));
}

function open(dialog: HTMLDialogElement, frame: HTMLElement, picture: HTMLImageElement): void {
  const full = picture.cloneNode() as HTMLImageElement;
  const width = widthInFull(picture);
  full.sizes = `${width}px`;
  full.style.inlineSize = `${width}px`;
  full.loading = 'eager';
  frame.setAttribute('aria-label', picture.alt);
  frame.replaceChildren(full);
  dialog.showModal();
  frame.scrollTo(0, 0);
}

/** How wide (px) a picture is shown when it is opened: as it was made, at most as wide as the screen, where that is wide enough. */
function widthInFull(picture: HTMLImageElement): number {
  const room = document.documentElement.clientWidth;
  const height = picture.clientHeight || 1;
  const fits = Math.min(room, (innerHeight / height) * picture.clientWidth);
  const most = Math.max(fits, Math.min(READABLE, picture.clientWidth * 2));
  // A drawing has every size.
  const drawn = new URL(picture.src, location.href).pathname.endsWith('.svg');
  return Math.floor(drawn ? most : Math.min(most, Number(picture.getAttribute('width')) || picture.naturalWidth));
}
