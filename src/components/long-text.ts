/** From so many letters on, lines break anywhere. */
const LONG = 5_000;

/**
 * Keeps a page quick when somebody pastes a book into a field. Where a script has no spaces, browsers look for its words to
 * break lines between them, for a time that grows with the square of the letters: a hundred thousand in Thai stop Chromium.
 */
export function easeLongText(area: HTMLTextAreaElement): void {
  area.addEventListener('beforeinput', ({ data, dataTransfer }) =>
    breakAnywhere(area, area.value.length + (data ?? dataTransfer?.getData('text') ?? '').length),
  );
  area.addEventListener('input', () => breakAnywhere(area, area.value.length));
  breakAnywhere(area, area.value.length);
}

/** To be called before a text of so many letters is put into a field. */
export function breakAnywhere(area: HTMLTextAreaElement, letters: number): void {
  area.classList.toggle('long-text', letters > LONG);
}
