/** The elements of the contact form by their `data-part`, and its fields by name. */
export interface WriteParts {
  section: HTMLElement;
  form: HTMLFormElement;
  /** @throws Error when the page lacks the part: a mistake in ContactForm.astro. */
  part<E extends HTMLElement = HTMLElement>(name: string): E;
  /** Undefined for a field that this site's form does not have. */
  field(name: string): HTMLInputElement | HTMLTextAreaElement | undefined;
}

export function writeParts(form: HTMLFormElement): WriteParts {
  const section = form.closest<HTMLElement>('.write')!;
  return {
    section,
    form,
    part: <E extends HTMLElement>(name: string): E => {
      const found = section.querySelector<E>(`[data-part="${name}"]`);
      if (!found) throw new Error(`The contact form has no data-part="${name}".`);
      return found;
    },
    field: (name) => {
      const found = form.elements.namedItem(name);
      return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : undefined;
    },
  };
}
