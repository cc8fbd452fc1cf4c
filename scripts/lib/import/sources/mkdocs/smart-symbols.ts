/** What pymdownx.smartsymbols writes for letters and signs. */
const symbols: [RegExp, string][] = [
  [/\(tm\)/gi, '™'],
  [/\(c\)/gi, '©'],
  [/\(r\)/gi, '®'],
  [/(?<!\w)c\/o(?!\w)/g, '℅'],
  [/\+\/-/g, '±'],
  [/<-->/g, '↔'],
  [/(?<![-<])-->(?!>)/g, '→'],
  [/(?<!<)<--(?![->])/g, '←'],
  [/=\/=/g, '≠'],
];
const fractions: Record<string, string> = {
  '1/4': '¼',
  '1/2': '½',
  '3/4': '¾',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
};

export function smartSymbols(text: string): string {
  const signs = symbols.reduce((out, [pattern, symbol]) => out.replace(pattern, symbol), text);
  return signs.replace(/(?<![\w./])\d\/\d(?![\w./])/g, (fraction) => fractions[fraction] ?? fraction);
}
