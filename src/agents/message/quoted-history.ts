import { ORIGINAL, OTHER_FIELD, SENDER_FIELD, WROTE } from './mail-words.ts';

/** Longer lines are what somebody wrote. */
const LONGEST_HEADER = 300;
/** A header may be broken over so many lines. */
const HEADER_LINES = 3;
/** The fields above a quoted mail stand so close together. */
const FIELD_LINES = 5;

const QUOTED = /^[ \t]{0,3}[>＞]/;
/** What Outlook draws above the fields. */
const RULE = /^\s{0,3}_{5,}\s*$/;
const DASHES_FIRST = /^\s{0,3}[-_=*~]{2}/u;
const DASHES_LAST = /[-_=*~]{2}\s{0,3}$/u;
const ADDRESS = /[<([]?[^\s<>@]{1,64}@[^\s<>@]{1,99}/u;
const TIME = /\d{1,2}[:시時点]\s?\d{2}|\b(?:19|20)\d\d\b/u;

/** The lines of a mail without the mails that it quotes, wherever these stand. */
export function withoutQuotedHistory(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place]!;
    if (QUOTED.test(line) || RULE.test(line)) continue;
    if (beginsQuotedMail(lines, place)) break;
    const length = headerLength(lines, place);
    if (length === 0) {
      own.push(line);
      continue;
    }
    // Quoted line by line, the customer's words may go on below; else all that follows is the other mail.
    const next = lines.slice(place + length, place + length + HEADER_LINES).find((one) => one.trim() !== '');
    if (next === undefined || !QUOTED.test(next)) break;
    place += length - 1;
  }
  return own;
}

/** The lines of a mail that quotes others, with what only a program wrote taken out. */
export function unquoted(lines: readonly string[]): string[] {
  const isField = (line: string) => SENDER_FIELD.test(line) || OTHER_FIELD.test(line);
  return lines
    .map((line) => line.replace(/^(?:[ \t]{0,3}[>＞]){1,20}[ \t]?/, ''))
    .filter((line, place, all) => !isField(line) && !isOriginal(line) && headerLength(all, place) === 0);
}

/** Whether a line begins a mail that another program put below: `-----Original Message-----`, or `From:`, `Sent:`. */
function beginsQuotedMail(lines: readonly string[], place: number): boolean {
  const line = lines[place]!;
  if (line.length > LONGEST_HEADER) return false;
  if (isOriginal(line)) return true;
  const fields = lines.slice(place + 1, place + 1 + FIELD_LINES).filter((one) => OTHER_FIELD.test(one)).length;
  return SENDER_FIELD.test(line) && fields >= 2;
}

function isOriginal(line: string): boolean {
  return line.length <= LONGEST_HEADER && DASHES_FIRST.test(line) && DASHES_LAST.test(line) && ORIGINAL.test(line);
}

/** How many lines, from here, say who wrote the mail quoted below: `On Monday, Ada <ada@example.com> wrote:`; 0 for none. */
function headerLength(lines: readonly string[], place: number): number {
  if (lines[place]!.trim() === '') return 0;
  let header = '';
  for (let length = 1; length <= HEADER_LINES && place + length <= lines.length; length++) {
    const line = lines[place + length - 1]!.trim();
    if (line === '' || line.length > LONGEST_HEADER) return 0;
    header += ` ${line}`;
    if (!/[:：]$/.test(line)) continue;
    return saysWhoWrote(header) ? length : 0;
  }
  return 0;
}

function saysWhoWrote(header: string): boolean {
  if (header.length > LONGEST_HEADER) return false;
  const dated = TIME.test(header);
  const addressed = ADDRESS.test(header);
  return WROTE.test(header) ? dated || addressed : dated && addressed;
}
