import type { Draft } from '../../../contact/draft.ts';
import { mailto } from '../../../contact/mailto.ts';
import { fullText, type Message } from '../../../contact/message.ts';
import { nextStep, toMessage } from '../../../contact/submission.ts';
import type { Translate } from '../../../i18n/create-translator.ts';
import type { ContactFormConfig } from './config.ts';
import { deliver } from './deliver.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormElements } from './elements.ts';
import { showErrors } from './fields.ts';

export interface SubmitContext {
  elements: FormElements;
  config: ContactFormConfig;
  t: Translate;
  store: DraftStore;
  /** The history's text as we wrote it. */
  ownHistory: string;
  draft(): Draft;
  /** Binds the draft to the key of this attempt, before anything leaves. */
  setKey(key: string): void;
  arrived(): void;
  /** The customer says that their mail program has sent it. */
  handedToMail(): void;
}

let sending = false;

/** Sends what stands in the form, once; whatever goes wrong is shown and the text stays. */
export async function submit(context: SubmitContext): Promise<void> {
  const { elements, config, t, store, draft, ownHistory } = context;
  if (sending) return;
  showFailure(context, undefined);
  const written = draft();
  const message = toMessage(written, { locale: config.locale, history: ownHistory, newKey });
  const submission = {
    message,
    callback: written.callback,
    honeypot: elements.field('honeypot')?.value ?? '',
    hasEndpoint: config.endpoint !== undefined,
    wasSent: store.wasSent(message.key),
    sentTimes: store.sentTimes(),
  };
  const next = nextStep(submission, Date.now());
  showErrors(elements, next.step === 'correct' ? next.errors : {}, t);
  if (next.step === 'correct') return;
  if (next.step === 'done') return context.arrived();
  if (next.step === 'mail' || !config.endpoint) return openMail(context, message);
  if (next.step === 'limited') return showFailure(context, 'limit');

  context.setKey(message.key);
  sending = true;
  showSending(context, true);
  const result = await deliver(message, config.endpoint).finally(() => {
    sending = false;
    showSending(context, false);
  });
  if (!result.sent) return showFailure(context, result.reason, message);
  store.noteSent(message.key);
  context.arrived();
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function showSending({ elements, t }: SubmitContext, is: boolean): void {
  const button = elements.get<HTMLButtonElement>('send');
  button.textContent = t(is ? 'write.sending' : 'write.send');
  button.setAttribute('aria-disabled', String(is));
}

/** Shows what went wrong and offers the other ways; without a reason it removes what was shown before. */
function showFailure({ elements, t, config }: SubmitContext, reason: string | undefined, message?: Message): void {
  elements.get('failure').textContent = reason ? t(`write.failure.${reason}`) : '';
  elements.get('ways').hidden = !reason;
  const asMail = elements.get<HTMLAnchorElement>('as-mail');
  asMail.hidden = !config.address || !message;
  if (config.address && message) asMail.href = mailto(config.address, message).href;
}

function openMail({ elements, config, t, handedToMail }: SubmitContext, message: Message): void {
  if (!config.address) return;
  const { href, cut } = mailto(config.address, message);
  elements.get('mail').hidden = false;
  elements.get('mail-said').textContent = [t('write.mailOpened'), cut && t('write.mailCut')].filter(Boolean).join(' ');
  const copy = elements.get<HTMLButtonElement>('copy');
  copy.onclick = () => {
    void navigator.clipboard.writeText(fullText(message)).then(() => {
      copy.textContent = t('write.copied');
    });
  };
  elements.get('mail-done').onclick = () => {
    elements.get('mail').hidden = true;
    handedToMail();
  };
  location.href = href;
}
