import { type Draft, EMPTY } from '../../../contact/draft.ts';
import { type FieldErrors, LIMITS, MESSAGE_FIELDS } from '../../../contact/message.ts';
import type { Translate } from '../../../i18n/create-translator.ts';
import type { FormElements } from './elements.ts';

const TEXTS = ['subject', 'body', 'email', 'name', 'phone'] as const;

/** What stands in the form now. `ownHistory` is the history's text as we wrote it: only an edited one is part of the draft. */
export function readFields({ field }: FormElements, ownHistory: string): Draft {
  const draft: Draft = { ...EMPTY };
  for (const name of TEXTS) draft[name] = field(name)?.value ?? '';
  draft.callback = isChecked(field('callback'));
  draft.attach = isChecked(field('attach'));
  const history = field('history')?.value ?? '';
  if (history !== '' && history !== ownHistory) draft.history = history;
  return draft;
}

export function fillFields({ field }: FormElements, draft: Draft, ownHistory: string): void {
  for (const name of TEXTS) setValue(field(name), draft[name]);
  setChecked(field('callback'), draft.callback);
  setChecked(field('attach'), draft.attach);
  setValue(field('history'), draft.history ?? ownHistory);
}

/** Shows each error beside its field and focuses the first; without errors it removes those shown before. */
export function showErrors({ field, error }: FormElements, errors: FieldErrors, t: Translate): void {
  let first: HTMLElement | undefined;
  for (const name of MESSAGE_FIELDS) {
    const input = field(name);
    if (!input) continue;
    const found = errors[name];
    const sentence = error(name);
    if (sentence) sentence.textContent = found ? t(`write.flaw.${found}`, { limit: LIMITS[name] }) : '';
    if (found) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    if (found) first ??= input;
  }
  first?.focus();
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
