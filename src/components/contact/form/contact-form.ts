import { type Draft, EMPTY } from '../../../contact/draft.ts';
import { visitText } from '../../../contact/history.ts';
import { track } from '../../analytics/track.ts';
import { readWriteConfig } from './config.ts';
import { fillFields, readFields } from './fields.ts';
import { writeParts } from './elements.ts';
import { createTranslator } from '../../../i18n/create-translator.ts';
import { Drawer } from './draft-store.ts';
import { submit } from './submit.ts';
import { suggestAnswers } from './suggest.ts';
import { visit } from './history-store.ts';

const form = document.querySelector<HTMLFormElement>('[data-write]');
if (form) open(form);

/** Brings the contact form to life: the draft is kept at every key, answers come while writing, nothing is lost. */
function open(form: HTMLFormElement): void {
  const config = readWriteConfig(form);
  const parts = writeParts(form);
  const t = createTranslator(config.strings, config.locale);
  const drawer = new Drawer(config.base);
  const computed = visitText(visit(), { searched: t('write.searched'), read: t('write.read') });
  let key = drawer.draft()?.key;

  const draft = (): Draft => ({ ...readFields(parts, computed), ...(key !== undefined && { key }) });
  const arrange = (): void => {
    const { callback, attach, subject, body, visit: edited } = draft();
    const call = form.querySelector<HTMLElement>('[data-part="call"]');
    if (call) call.hidden = !callback;
    parts.part('visit').hidden = computed === '' && edited === undefined;
    parts.part('visit-text').hidden = !attach;
    parts.part('discard').hidden = (subject + body).trim() === '';
  };
  const fill = (kept: Draft): void => {
    fillFields(parts, kept, computed);
    arrange();
  };

  const kept = drawer.draft();
  // What the browser itself restored, or was typed before this code came, wins over what was stored.
  fill(kept && !parts.field('body')?.value ? kept : draft());
  if (location.hash === '#callback') fill({ ...draft(), callback: true });

  form.addEventListener('input', () => {
    key = undefined;
    drawer.keep(draft());
    arrange();
  });
  parts.part('discard').addEventListener('click', () => {
    drawer.forget();
    key = undefined;
    fill(EMPTY);
    parts.field('body')?.focus();
  });
  addEventListener('hashchange', () => {
    if (location.hash === '#callback') fill({ ...draft(), callback: true });
  });

  const end = (title: string, text: string, again: string, onAgain: () => void): void => {
    parts.part('done-title').textContent = title;
    parts.part('done-text').textContent = text;
    const button = parts.part('again');
    button.textContent = again;
    button.onclick = () => {
      parts.part('done').hidden = true;
      form.hidden = false;
      onAgain();
      parts.field('body')?.focus();
    };
    form.hidden = true;
    parts.part('done').hidden = false;
    parts.part('done').focus();
  };
  const clear = (): void => {
    drawer.forget();
    key = undefined;
    fill({ ...EMPTY, email: draft().email, name: draft().name });
  };

  parts.part('solved').addEventListener('click', () => {
    const written = draft();
    drawer.forget();
    track({ type: 'answered', article: null, via: 'form' });
    end(t('suggest.thanks'), t('suggest.thanksText'), t('suggest.back'), () => {
      fill(written);
      drawer.keep(written);
    });
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit({
      parts,
      config,
      t,
      drawer,
      computed,
      draft,
      setKey: (made) => {
        key = made;
        drawer.keep(draft());
      },
      arrived: () => {
        const { email } = draft();
        track({ type: 'contact-sent', channel: 'form' });
        clear();
        end(t('write.sent'), t('write.sentText', { email }), t('write.another'), () => {});
      },
      handedToMail: () => {
        track({ type: 'contact-sent', channel: 'email' });
        clear();
      },
    });
  });
  suggestAnswers(parts, config, t);
  form.dataset['ready'] = '';
}
