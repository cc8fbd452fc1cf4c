/**
 * The policy the site runs under: everything from its own origin, no inline script or style.
 * 'wasm-unsafe-eval' lets the deep tier compile its WebAssembly and nothing else.
 */
const DIRECTIVES: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
};

/**
 * The value of the Content-Security-Policy header.
 * @param endpoint Where the contact form sends messages; the origin of a full address may be connected to.
 */
export function contentSecurityPolicy(endpoint?: string): string {
  const origin = endpoint && URL.canParse(endpoint) ? ` ${new URL(endpoint).origin}` : '';
  return Object.entries({ ...DIRECTIVES, 'connect-src': DIRECTIVES['connect-src'] + origin })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
