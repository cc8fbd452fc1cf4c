/** What POSIX shells, cmd or PowerShell would read within double quotes; PowerShell takes curly ones for quotes, too. */
const QUOTES = /["“”„‟]/g;
const READ_BY_SHELLS = /[$`\\%!]|[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
/** As many characters as a title may have. */
const LONGEST = 200;

/**
 * The command that begins an article with a question as its title, in the one form that POSIX shells, cmd and PowerShell
 * take alike: in double quotes, without the signs that one of them would read there. Questions are written by
 * strangers, so a sign that cannot be quoted everywhere is left out rather than quoted for one shell.
 * @param locale Left out, `npm run new` takes the site's default language.
 * @returns undefined when no letter or digit is left for a title.
 */
export function newArticleCommand(question: string, locale?: string): string | undefined {
  const plain = question
    .replace(QUOTES, "'")
    .replace(READ_BY_SHELLS, ' ')
    .replace(/\s+/gu, ' ')
    // A word that begins with a dash is an option.
    .replace(/^[\s-]+/, '');
  const title = [...plain].slice(0, LONGEST).join('').trim();
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined;
  return `npm run new -- "${title}"${locale === undefined ? '' : ` --locale ${locale}`}`;
}
