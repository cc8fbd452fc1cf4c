/** More of a message (characters) adds noise rather than meaning. */
const LONGEST = 1500;

/** The part of a customer's message that is searched for: without the mail it replies to and the signature below `-- `. */
export function questionOf(message: string): string {
  const lines = message.replace(/\r\n?/g, '\n').split('\n');
  const signature = lines.findIndex((line, index) => index > 0 && /^-- ?$/.test(line));
  const own = lines.slice(0, signature === -1 ? undefined : signature).filter((line) => !line.startsWith('>'));
  // A message that is nothing but a quotation is what the agent wants to have answered.
  const text = own.join('\n').trim() || message.trim();
  return text.slice(0, LONGEST).trim();
}
