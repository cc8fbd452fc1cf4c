import { extname } from 'node:path/posix';

/** What browsers show as a page, or take as a script, of the site that it lies on. */
const RUNS =
  /^\.(s?html?|xhtml?|xht|xml|xslt?|rdf|atom|rss|mathml|mml|mht|mhtml|htc|hta|m?js|cjs|jsx|wasm|php\d?|phtml|aspx?|jspx?|cgi|pl)$/;
/** What hosts send with a type of its own that no browser takes for a page. */
const KNOWN =
  /^\.(pdf|zip|7z|rar|t?gz|tar|bz2|xz|docx?|xlsx?|pptx?|od[tspg]|rtf|csv|tsv|txt|md|json|ya?ml|epub|ics|vcf|stl|step|stp|dxf|dwg|gcode|mp[34]|m4[av]|mov|webm|og[gva]|wav|flac|apk|ipa|dmg|pkg|exe|msi|deb|rpm|bin|hex|uf2|iso|ttf|otf|woff2?|png|jpe?g|gif|webp|avif|heic|tiff?|bmp|ico|svg)$/;
/** How many bytes browsers look at to guess what a file without a type is. */
const LOOKED_AT = 1445;

/**
 * What a file for download would be to a browser, when that is a page or a script of the site: by its name, or by how it
 * begins where its name says nothing. Undefined for what is only kept or shown.
 */
export function runningType(name: string, bytes: Uint8Array): string | undefined {
  const ending = extname(name).toLowerCase();
  if (RUNS.test(ending)) return `a file ending in ${ending}, which a browser runs as part of the site`;
  if (KNOWN.test(ending)) return undefined;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  return /^(?:\xef\xbb\xbf|[\s\0\xff\xfe])*<[\0]?[!?/a-z]/i.test(start)
    ? 'a page without an ending that says so, which a browser runs as part of the site'
    : undefined;
}
