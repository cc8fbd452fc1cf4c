/** The fields of the form by what they hold. The value is the control's name in the page. */
const FIELDS = {
  subject: 'subject',
  body: 'body',
  email: 'email',
  name: 'name',
  phone: 'phone',
  history: 'visit',
  callback: 'callback',
  attach: 'attach',
  /** The one that people do not see. */
  honeypot: 'website',
} as const;

/** The elements of the contact form by their `data-part`, and its fields by what they hold. */
export interface FormElements {
  form: HTMLFormElement;
  /** @throws Error when the page lacks the element: a mistake in ContactForm.astro. */
  get<E extends HTMLElement = HTMLElement>(part: string): E;
  /** Undefined for a field that this site's form does not have. */
  field(name: keyof typeof FIELDS): HTMLInputElement | HTMLTextAreaElement | undefined;
  /** Where the error of a field is shown. */
  error(name: keyof typeof FIELDS): Element | null;
}

export function formElements(form: HTMLFormElement): FormElements {
  const section = form.closest<HTMLElement>('.write')!;
  return {
    form,
    get: <E extends HTMLElement>(part: string): E => {
      const found = section.querySelector<E>(`[data-part="${part}"]`);
      if (!found) throw new Error(`The contact form has no data-part="${part}".`);
      return found;
    },
    field: (name) => {
      const found = form.elements.namedItem(FIELDS[name]);
      return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : undefined;
    },
    error: (name) => form.querySelector(`#write-${FIELDS[name]}-flaw`),
  };
}
