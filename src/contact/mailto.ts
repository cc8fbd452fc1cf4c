import { fullText, type Message, subjectOf } from './message.ts';

/** Longer addresses are cut or refused by some mail programs and systems. */
const LONGEST = 1900;

/** A `mailto:` address with everything filled in; the history, then the end of the text, give way when it grows too long. */
export function mailto(address: string, message: Message): { href: string; cut: boolean } {
  const subject = subjectOf(message);
  const whole = link(address, subject, fullText(message));
  if (whole.length <= LONGEST) return { href: whole, cut: false };
  const characters = [...fullText({ ...message, history: '' })];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (link(address, subject, `${characters.slice(0, middle).join('')}…`).length <= LONGEST) low = middle;
    else high = middle - 1;
  }
  const text = low === characters.length ? characters.join('') : `${characters.slice(0, low).join('')}…`;
  return { href: link(address, subject, text), cut: true };
}

/** RFC 6068: line ends are CR LF, and a space is %20. */
function link(address: string, subject: string, body: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}?subject=${encode(subject)}&body=${encode(body)}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed().replace(/\r?\n/g, '\r\n'));
}
