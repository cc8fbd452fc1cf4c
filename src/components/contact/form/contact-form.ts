import { type Draft, EMPTY } from '../../../contact/draft.ts';
import { historyText } from '../../../contact/history.ts';
import { createTranslator } from '../../../i18n/create-translator.ts';
import { track } from '../../analytics/track.ts';
import { readContactFormConfig } from './config.ts';
import { DraftStore } from './draft-store.ts';
import { formElements } from './elements.ts';
import { fillFields, readFields } from './fields.ts';
import { siteHistory } from './history-store.ts';
import { submit } from './submit.ts';
import { suggestAnswers } from './suggest.ts';

const form = document.querySelector<HTMLFormElement>('[data-write]');
if (form) open(form);

/** Brings the contact form to life: the draft is kept at every key, answers come while writing, nothing is lost. */
function open(form: HTMLFormElement): void {
  const config = readContactFormConfig(form);
  const elements = formElements(form);
  const t = createTranslator(config.strings, config.locale);
  const store = new DraftStore(config.base);
  const ownHistory = historyText(siteHistory(), { searched: t('write.searched'), read: t('write.read') });
  let key = store.draft()?.key;

  const draft = (): Draft => ({ ...readFields(elements, ownHistory), ...(key !== undefined && { key }) });
  const updateVisibility = (): void => {
    const { callback, attach, subject, body, history: edited } = draft();
    const call = form.querySelector<HTMLElement>('[data-part="call"]');
    if (call) call.hidden = !callback;
    elements.get('visit').hidden = ownHistory === '' && edited === undefined;
    elements.get('visit-text').hidden = !attach;
    elements.get('discard').hidden = (subject + body).trim() === '';
  };
  const fill = (kept: Draft): void => {
    fillFields(elements, kept, ownHistory);
    updateVisibility();
  };

  const kept = store.draft();
  // What the browser itself restored, or was typed before this code came, wins over what was stored.
  fill(kept && !elements.field('body')?.value ? kept : draft());
  if (location.hash === '#callback') fill({ ...draft(), callback: true });

  form.addEventListener('input', () => {
    key = undefined;
    store.keep(draft());
    updateVisibility();
  });
  elements.get('discard').addEventListener('click', () => {
    store.forget();
    key = undefined;
    fill(EMPTY);
    elements.field('body')?.focus();
  });
  addEventListener('hashchange', () => {
    if (location.hash === '#callback') fill({ ...draft(), callback: true });
  });

  const showDone = (title: string, text: string, again: string, onAgain: () => void): void => {
    elements.get('done-title').textContent = title;
    elements.get('done-text').textContent = text;
    const button = elements.get('again');
    button.textContent = again;
    button.onclick = () => {
      elements.get('done').hidden = true;
      form.hidden = false;
      onAgain();
      elements.field('body')?.focus();
    };
    form.hidden = true;
    elements.get('done').hidden = false;
    elements.get('done').focus();
  };
  const clear = (): void => {
    store.forget();
    key = undefined;
    fill({ ...EMPTY, email: draft().email, name: draft().name });
  };

  elements.get('solved').addEventListener('click', () => {
    const written = draft();
    store.forget();
    track({ type: 'answered', article: null, via: 'form' });
    showDone(t('suggest.thanks'), t('suggest.thanksText'), t('suggest.back'), () => {
      fill(written);
      store.keep(written);
    });
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit({
      elements,
      config,
      t,
      store,
      ownHistory,
      draft,
      setKey: (made) => {
        key = made;
        store.keep(draft());
      },
      arrived: () => {
        const { email } = draft();
        track({ type: 'contact-sent', channel: 'form' });
        clear();
        showDone(t('write.sent'), t('write.sentText', { email }), t('write.another'), () => {});
      },
      handedToMail: () => {
        track({ type: 'contact-sent', channel: 'email' });
        clear();
      },
    });
  });
  suggestAnswers(elements, config, t);
  form.dataset.ready = '';
}
