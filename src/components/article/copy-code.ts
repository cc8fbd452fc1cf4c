const COPIED_FOR = 2000;

/** Gives every code block a button that copies its text; the words come from the figure's data. */
for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
  const { copy = '', copied = '' } = figure.dataset;
  const code = figure.querySelector('pre');
  if (!copy || !code) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = copy;
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(code.textContent.trimEnd()).then(
      () => {
        button.textContent = copied;
        setTimeout(() => (button.textContent = copy), COPIED_FOR);
      },
      () => select(code),
    );
  });
  figure.append(button);
}

/** Where copying is not allowed, the text is at least ready for the reader's own keys. */
function select(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
