import { type Draft, EMPTY } from '../../../contact/draft.ts';
import { historyText } from '../../../contact/history.ts';
import { fingerprint, type Message } from '../../../contact/message.ts';
import { hasArrived, toMessage } from '../../../contact/submission.ts';
import { createTranslator } from '../../../i18n/create-translator.ts';
import { track } from '../../analytics/track.ts';
import { breakAnywhere, easeLongText } from '../../long-text.ts';
import { keepQuestion, keptQuestion } from '../../search/question-address.ts';
import { readContactFormConfig } from './config.ts';
import { newKey } from './deliver.ts';
import { DraftStore } from './draft-store.ts';
import { formElements } from './elements.ts';
import { fillFields, readFields } from './fields.ts';
import { siteHistory } from './history-store.ts';
import { showFailure, submit } from './submit.ts';
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
  let { key, tried = false } = store.draft() ?? {};

  const draft = (): Draft => ({
    ...readFields(elements, ownHistory),
    ...(key !== undefined && { key }),
    ...(tried && { tried }),
  });
  const asMessage = (written: Draft): Message =>
    toMessage(written, { locale: config.locale, history: ownHistory, newKey: () => '' });
  const keep = (written: Draft): void => {
    const isKept = store.keep(written);
    elements.get('kept').textContent = t(isKept ? 'write.kept' : 'write.notKept');
    window.onbeforeunload = isKept ? null : (event) => event.preventDefault();
  };
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

  let kept = store.draft();
  if (kept && hasArrived(asMessage(kept), store.sent(), Date.now())) {
    store.forget();
    kept = key = undefined;
    tried = false;
  }
  // What the browser itself restored, or was typed before this code came, wins over what was stored.
  fill(kept && !elements.field('body')?.value ? kept : draft());
  // Who told the search box need not tell it again.
  const asked = keptQuestion();
  if (asked && !kept && !elements.field('body')?.value) {
    for (const area of form.querySelectorAll('textarea')) breakAnywhere(area, asked.length);
    fill({ ...draft(), body: asked });
  }
  for (const area of form.querySelectorAll('textarea')) easeLongText(area);
  if (location.hash === '#callback') fill({ ...draft(), callback: true });

  // Changed before this code came.
  if (tried && kept && fingerprint(asMessage(draft())) !== fingerprint(asMessage(kept))) {
    key = newKey();
    tried = false;
  }
  if (tried) showFailure({ elements, t, config }, 'lost', asMessage(draft()));

  form.addEventListener('input', () => {
    // A receiver may drop what comes under a key again, so a changed text gets another.
    if (tried || key === undefined) key = newKey();
    tried = false;
    keep(draft());
    updateVisibility();
  });
  elements.get('discard').addEventListener('click', () => {
    store.forget();
    keepQuestion('');
    key = undefined;
    tried = false;
    window.onbeforeunload = null;
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
  /** Empties form and store of a message that is on its way; what was written meanwhile, here or in another tab, stays. */
  const clear = (sent: Message): void => {
    const isSent = (written: Draft): boolean => fingerprint(asMessage(written)) === fingerprint(sent);
    const stored = store.draft();
    if (stored && isSent(stored)) store.forget();
    keepQuestion('');
    window.onbeforeunload = null;
    const written = draft();
    key = isSent(written) ? undefined : newKey();
    tried = false;
    if (isSent(written)) fill({ ...EMPTY, email: written.email, name: written.name });
    else keep(draft());
  };
  const showArrived = ({ email }: Message): void =>
    showDone(t('write.sent'), t('write.sentText', { email }), t('write.another'), () => {});
  store.onSentElsewhere(() => {
    const message = asMessage(draft());
    if (form.hidden || message.body === '' || !hasArrived(message, store.sent(), Date.now())) return;
    clear(message);
    showArrived(message);
  });

  elements.get('solved').addEventListener('click', () => {
    const written = draft();
    store.forget();
    keepQuestion('');
    track({ type: 'answered', article: null, via: 'form' });
    showDone(t('suggest.thanks'), t('suggest.thanksText'), t('suggest.back'), () => {
      fill(written);
      keep(written);
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
      leaving: (made) => {
        key = made;
        tried = true;
        keep(draft());
      },
      stayed: () => {
        tried = false;
        keep(draft());
      },
      arrived: (message) => {
        track({ type: 'contact-sent', channel: 'form' });
        clear(message);
        showArrived(message);
      },
      handedToMail: () => {
        track({ type: 'contact-sent', channel: 'email' });
        clear(asMessage(draft()));
      },
    });
  });
  suggestAnswers(elements, config, t);
  elements.get<HTMLButtonElement>('send').disabled = false;
  form.dataset.ready = '';
}
