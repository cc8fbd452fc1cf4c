/** Where the Han signs lie in the character sets that each country's computers began with: two bytes a sign. */
const CHARSETS: Record<string, { label: string; leads: readonly [number, number]; firstTrail: number }> = {
  // GB 2312 within GBK, Big5, and JIS X 0208.
  Hans: { label: 'gbk', leads: [0xb0, 0xf7], firstTrail: 0xa1 },
  Hant: { label: 'big5', leads: [0xa4, 0xf9], firstTrail: 0x40 },
  Jpan: { label: 'euc-jp', leads: [0xb0, 0xf4], firstTrail: 0xa1 },
};
const LAST_TRAIL = 0xfe;

const sets = new Map<string, Set<string>>();

/**
 * How many Han signs of a text those who write a script hardly ever write: `账户` has two in Japanese, `請求書` one in
 * simplified Chinese. Every browser knows the character sets, so that nothing is downloaded for it.
 * @param script `Hans`, `Hant` or `Jpan`.
 */
export function foreignSigns(text: string, script: string): number {
  const known = signsOf(script);
  return (text.match(/\p{sc=Han}/gu) ?? []).filter((sign) => !known.has(sign)).length;
}

function signsOf(script: string): Set<string> {
  const made = sets.get(script);
  if (made) return made;
  const { label, leads, firstTrail } = CHARSETS[script]!;
  const bytes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = firstTrail; trail <= LAST_TRAIL; trail++) bytes.push(lead, trail);
  // Pairs that stand for nothing give signs that are not Han.
  const signs = new Set(new TextDecoder(label).decode(new Uint8Array(bytes)));
  sets.set(script, signs);
  return signs;
}
