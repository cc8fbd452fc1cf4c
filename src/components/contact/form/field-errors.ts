import { type Flaw, LIMITS } from '../../../contact/message.ts';
import type { WriteParts } from './elements.ts';
import type { Translate } from '../../../i18n/create-translator.ts';

/** Marks what stands in the way of sending beside its field and goes to the first; true when there is anything. */
export function markFlaws(parts: WriteParts, found: Partial<Record<keyof typeof LIMITS, Flaw>>, t: Translate): boolean {
  let first: HTMLElement | undefined;
  for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    const field = parts.field(name);
    if (!field) continue;
    const flaw = found[name];
    const sentence = parts.form.querySelector(`#write-${name}-flaw`);
    if (sentence) sentence.textContent = flaw ? t(`write.flaw.${flaw}`, { limit: LIMITS[name] }) : '';
    if (flaw) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    if (flaw) first ??= field;
  }
  first?.focus();
  return first !== undefined;
}
