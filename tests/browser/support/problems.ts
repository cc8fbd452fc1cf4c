import type { Page } from 'playwright-core';

declare global {
  interface Window {
    reportViolation?: (violation: string) => void;
  }
}

/** What a page did that it must never do, and what ends the collecting. */
export interface Problems {
  found: string[];
  end(): Promise<void>;
}

/**
 * Collects everything a page must never do: errors in the console, exceptions, violations of the
 * content security policy, requests to another origin.
 */
export async function collectProblems(page: Page, origin: string): Promise<Problems> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => found.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(http|ws)s?:/.test(url) && !url.startsWith(origin)) found.push(`request to another origin: ${url}`);
  });
  const reporting = await page.exposeFunction('reportViolation', (violation: string) =>
    found.push(`policy: ${violation}`),
  );
  const listening = await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation?.(
        `${event.violatedDirective} refused ${event.blockedURI || 'inline code'} ${event.sample}`,
      );
    });
  });
  return {
    found,
    end: async () => {
      for (const part of [listening, reporting]) await part.dispose();
    },
  };
}
