import { type Draft, EMPTY } from '../../../contact/draft.ts';
import type { WriteParts } from './elements.ts';

const TEXTS = ['subject', 'body', 'email', 'name', 'phone'] as const;

/** What stands in the form now. `computed` is the visit's text as we made it: only an edited one is part of the draft. */
export function readFields({ field }: WriteParts, computed: string): Draft {
  const draft: Draft = { ...EMPTY };
  for (const name of TEXTS) draft[name] = field(name)?.value ?? '';
  draft.callback = isChecked(field('callback'));
  draft.attach = isChecked(field('attach'));
  const visit = field('visit')?.value ?? '';
  if (visit !== '' && visit !== computed) draft.visit = visit;
  return draft;
}

export function fillFields({ field }: WriteParts, draft: Draft, computed: string): void {
  for (const name of TEXTS) setValue(field(name), draft[name]);
  setChecked(field('callback'), draft.callback);
  setChecked(field('attach'), draft.attach);
  setValue(field('visit'), draft.visit ?? computed);
}

function isChecked(field: Element | undefined): boolean {
  return field instanceof HTMLInputElement && field.checked;
}

function setChecked(field: Element | undefined, checked: boolean): void {
  if (field instanceof HTMLInputElement) field.checked = checked;
}

function setValue(field: HTMLInputElement | HTMLTextAreaElement | undefined, value: string): void {
  if (field) field.value = value;
}
