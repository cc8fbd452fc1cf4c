import { createTranslator } from '../../i18n/create-translator.ts';
import { type BoxParts, Combobox } from './combobox.ts';
import { readConfig, type ScriptString } from './config.ts';
import { withElsewhere } from './elsewhere.ts';
import { pageSession } from './page-session.ts';
import { startDeepTier } from './start-deep-tier.ts';

/** Characters of a passage: two lines, or five of the best answer. */
const PASSAGE = 240;

/** Brings a rendered search box to life: index on its way, list below it, deep tier when the page allows. */
export function openBox(form: HTMLFormElement): void {
  const config = readConfig(form);
  const t = createTranslator<ScriptString>(config.strings, config.locale);
  const show = withElsewhere(config, (update, said) => box.show(update, said));
  const session = pageSession(config, PASSAGE, show);
  const box = new Combobox(parts(form), config, t, session);
  box.start();
  session.warm();
  void startDeepTier(config, session);
}

/** @throws Error naming the part that the page does not have: a mistake in SearchBox.astro. */
function parts(form: HTMLFormElement): BoxParts {
  const part = <E extends HTMLElement>(selector: string): E => {
    const found = form.querySelector<E>(selector);
    if (!found) throw new Error(`The search box has no ${selector}.`);
    return found;
  };
  return {
    form,
    input: part('.search-input'),
    panel: part('.search-panel'),
    note: part('.search-note'),
    list: part('.search-list'),
    status: part('[role="status"]'),
  };
}
