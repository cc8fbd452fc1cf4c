/** Words as Markdown that shows them as they are. */
export function escaped(text: string): string {
  return text.replace(/([\\`*_[\]<>#|~])/g, '\\$1');
}

/** An address as Markdown takes it in round brackets; what is encoded already stays so. */
export function encodedAddress(address: string): string {
  const encoded = encodeURI(address.trim().toWellFormed()).replace(/%25(?=[\da-f]{2})/gi, '%');
  return encoded.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** A block of code whose fence is longer than any in it. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n${fence}`;
}

/** Lines as one, without the white space around each. */
export function inOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}
