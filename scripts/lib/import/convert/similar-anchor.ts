import { ownValue } from '../../../../src/site/own-value.ts';

/**
 * The anchor of `anchors` that `wanted` means: itself, or the one that differs only in case, punctuation or
 * the way words are joined, as other systems make them (`macOS`, `step_2:-install`, `h_01H8-step-2`).
 * '' is the top of the article; undefined is none.
 */
export function similarAnchor(wanted: string, anchors: Readonly<Record<string, string>>): string | undefined {
  if (wanted === '' || wanted.toLowerCase() === 'top') return ownValue(anchors, wanted) ?? '';
  const exact = ownValue(anchors, wanted);
  if (exact !== undefined) return exact;
  const plain = plainForm(wanted);
  if (!plain) return undefined;
  const found = Object.keys(anchors).find((anchor) => plainForm(anchor) === plain);
  return found === undefined ? undefined : anchors[found];
}

/** An anchor as it stands in an address: letters of any script stay, signs that Markdown could mistake do not. */
export function anchorInAddress(anchor: string): string {
  return anchor.replace(/[^\p{L}\p{N}_.:~-]/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

function plainForm(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
