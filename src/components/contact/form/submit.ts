import type { Draft } from '../../../contact/draft.ts';
import { mailto } from '../../../contact/mailto.ts';
import { flaws, fullText, type Message } from '../../../contact/message.ts';
import { waitBeforeNext } from '../../../contact/rate-limit.ts';
import type { WriteConfig } from './config.ts';
import { deliver } from './deliver.ts';
import { markFlaws } from './field-errors.ts';
import type { WriteParts } from './elements.ts';
import type { Translate } from '../../../i18n/create-translator.ts';
import type { Drawer } from './draft-store.ts';

export interface Submission {
  parts: WriteParts;
  config: WriteConfig;
  t: Translate;
  drawer: Drawer;
  /** The visit's text as computed. */
  computed: string;
  draft(): Draft;
  /** Binds the draft to the key of this attempt, before anything leaves. */
  setKey(key: string): void;
  arrived(): void;
  /** The customer says that their mail program has sent it. */
  handedToMail(): void;
}

let sending = false;

/** Sends what stands in the form, once; whatever goes wrong is said and the text stays. */
export async function submit(submission: Submission): Promise<void> {
  const { parts, config, t, drawer, draft } = submission;
  if (sending) return;
  fail(submission, undefined);
  const written = draft();
  const message = toMessage(written, submission);
  if (markFlaws(parts, flaws(message, { email: config.endpoint !== undefined, phone: written.callback }), t)) return;
  // Programs fill every field; people do not see this one.
  if (parts.field('website')?.value) return submission.arrived();
  if (!config.endpoint) return openMail(submission, message);
  if (drawer.wasSent(message.key)) return submission.arrived();
  if (waitBeforeNext(drawer.sentTimes(), Date.now()) > 0) return fail(submission, 'limit');

  submission.setKey(message.key);
  sending = true;
  busy(submission, true);
  const result = await deliver(message, config.endpoint).finally(() => {
    sending = false;
    busy(submission, false);
  });
  if (!result.sent) return fail(submission, result.why, message);
  drawer.noteSent(message.key);
  submission.arrived();
}

function toMessage(draft: Draft, { config, computed }: Submission): Message {
  return {
    subject: draft.subject,
    body: draft.body,
    email: draft.email.trim(),
    name: draft.name,
    phone: draft.callback ? draft.phone : '',
    visit: draft.attach ? (draft.visit ?? computed) : '',
    locale: config.locale,
    key: draft.key ?? newKey(),
  };
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function busy({ parts, t }: Submission, is: boolean): void {
  const button = parts.part<HTMLButtonElement>('send');
  button.textContent = t(is ? 'write.sending' : 'write.send');
  button.setAttribute('aria-disabled', String(is));
}

/** Says what went wrong and offers the other ways; without a reason it clears what was said before. */
function fail({ parts, t, config }: Submission, why: string | undefined, message?: Message): void {
  parts.part('failure').textContent = why ? t(`write.failure.${why}`) : '';
  parts.part('ways').hidden = !why;
  const asMail = parts.part<HTMLAnchorElement>('as-mail');
  asMail.hidden = !config.address || !message;
  if (config.address && message) asMail.href = mailto(config.address, message).href;
}

function openMail(submission: Submission, message: Message): void {
  const { parts, config, t } = submission;
  if (!config.address) return;
  const { href, cut } = mailto(config.address, message);
  parts.part('mail').hidden = false;
  parts.part('mail-said').textContent = [t('write.mailOpened'), cut && t('write.mailCut')].filter(Boolean).join(' ');
  const copy = parts.part<HTMLButtonElement>('copy');
  copy.onclick = () => {
    void navigator.clipboard.writeText(fullText(message)).then(() => {
      copy.textContent = t('write.copied');
    });
  };
  parts.part('mail-done').onclick = () => {
    parts.part('mail').hidden = true;
    submission.handedToMail();
  };
  location.href = href;
}
