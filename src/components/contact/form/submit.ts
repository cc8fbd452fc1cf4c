import type { Draft } from '../../../contact/draft.ts';
import { mailto } from '../../../contact/mailto.ts';
import { fullText, type Message } from '../../../contact/message.ts';
import { nextStep, toMessage } from '../../../contact/submission.ts';
import type { Translate } from '../../../i18n/create-translator.ts';
import type { ContactFormConfig } from './config.ts';
import { deliver, newKey } from './deliver.ts';
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
  /** Notes with the draft that it leaves under this key, and may have arrived from now on. */
  leaving(key: string): void;
  /** Notes with the draft that it has not arrived for certain. */
  stayed(): void;
  arrived(message: Message): void;
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
    sentTimes: store.sent().map(({ at }) => at),
  };
  const next = nextStep(submission, Date.now());
  showErrors(elements, next.step === 'correct' ? next.errors : {}, t);
  if (next.step === 'correct') return;
  if (next.step === 'confirm') return confirm(context);
  if (next.step === 'mail' || !config.endpoint) return openMail(context, message);
  if (next.step === 'limited') return showFailure(context, 'limit');

  sending = true;
  showSending(context, true);
  const result = await deliver(message, config.endpoint, store, context.leaving).finally(() => {
    sending = false;
    showSending(context, false);
  });
  if (result.sent) return context.arrived(message);
  if (result.reason !== 'lost' && result.reason !== 'server') context.stayed();
  showFailure(context, result.reason, message);
}

/** Empties the field that people do not see, and lets them press again: a program that fills in forms presses once. */
function confirm(context: SubmitContext): void {
  const honeypot = context.elements.field('honeypot');
  if (honeypot) honeypot.value = '';
  showFailure(context, 'filled');
}

function showSending({ elements, t }: SubmitContext, is: boolean): void {
  const button = elements.get<HTMLButtonElement>('send');
  button.textContent = t(is ? 'write.sending' : 'write.send');
  button.setAttribute('aria-disabled', String(is));
}

/** Shows what went wrong and offers the other ways; without a reason it removes what was shown before. */
export function showFailure(
  { elements, t, config }: Pick<SubmitContext, 'elements' | 't' | 'config'>,
  reason: string | undefined,
  message?: Message,
): void {
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
