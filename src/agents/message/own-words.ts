import { unquoted, withoutQuotedHistory } from './quoted-history.ts';
import { withoutSignature } from './signature.ts';

/** What is read of a message (characters): more than anybody writes by hand, with the mails it quotes. */
const READ = 100_000;
/** What of it is searched for at most; more adds noise rather than meaning. */
const LONGEST = 6_000;

/** The customer's own words: without quoted mails and the signature. */
export function ownWords(message: string): string {
  const lines = message
    .slice(0, READ)
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n');
  const own = withoutSignature(withoutQuotedHistory(lines));
  // A message that is nothing but a quotation is what the agent wants to have answered.
  const written = isWritten(own) ? own : withoutSignature(unquoted(lines));
  const text = (isWritten(written) ? written : lines).join('\n').trim();
  return text.slice(0, LONGEST).toWellFormed().trim();
}

function isWritten(lines: readonly string[]): boolean {
  return lines.some((line) => /[\p{L}\p{N}]/u.test(line));
}
