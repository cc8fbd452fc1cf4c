import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from '../../../scripts/lib/browser/launch.ts';
import { serveStatic } from '../../../scripts/lib/site/serve-static.ts';
import { buildTestSite } from '../../support/test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to connect to the browser that all test files share. */
    browser: string;
    /** Address of the built test site, base path included. */
    site: string;
    /** The folder it was built to. */
    siteFolder: string;
  }
}

/** Builds the test site unless it is built already, serves it and starts the browser, once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, base } = await buildTestSite();
  const server = await serveStatic(folder, { base });
  const browser = await launchBrowserServer();
  project.provide('site', server.url);
  project.provide('siteFolder', folder);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
