import { writeFile } from 'node:fs/promises';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** Files whose names carry a hash of their content never change. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Headers by path pattern, in the order in which later ones win. */
export function headerRules(base: string): { pattern: string; headers: Record<string, string> }[] {
  return [
    {
      pattern: `${base}*`,
      headers: {
        'Content-Security-Policy': contentSecurityPolicy(),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      },
    },
    { pattern: `${base}_astro/*`, headers: { 'Cache-Control': FOREVER } },
    { pattern: `${base}_search/h/*`, headers: { 'Cache-Control': FOREVER } },
  ];
}

/** Writes `_headers`, which Netlify, Cloudflare Pages and our own server read. */
export async function writeHostFiles(dir: URL, base: string): Promise<void> {
  const text = headerRules(base)
    .map(({ pattern, headers }) => [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n\n');
  await writeFile(new URL('_headers', dir), `${text}\n`);
}
