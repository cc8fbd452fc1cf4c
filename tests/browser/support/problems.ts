import type { Page } from 'playwright-core';

declare global {
  interface Window {
    reportViolation?: (violation: string) => void;
  }
}

/**
 * Collects everything a page must never do: errors in the console, exceptions, violations of the
 * content security policy, requests to another origin.
 */
export async function collectProblems(page: Page, origin: string): Promise<string[]> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(http|ws)s?:/.test(url) && !url.startsWith(origin)) problems.push(`request to another origin: ${url}`);
  });
  await page.exposeFunction('reportViolation', (violation: string) => problems.push(`policy: ${violation}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation?.(
        `${event.violatedDirective} refused ${event.blockedURI || 'inline code'} ${event.sample}`,
      );
    });
  });
  return problems;
}
