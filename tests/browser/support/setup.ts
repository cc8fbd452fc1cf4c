import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../scripts/lib/browser/find-browser.ts';
import { serveStatic } from '../../../scripts/lib/site/serve-static.ts';
import { shareSiteBuilder } from '../../support/site-builder/shared.ts';
import { buildTestSite } from '../../support/test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built test site, base path included. */
    site: string;
    /** The folder it was built to. */
    siteFolder: string;
    /** Address of what builds the sites that a test has for itself. */
    builder: string;
  }
}

/**
 * Builds the test site unless it is built already and serves it, once for all files; and finds the browser that each
 * worker starts, so that no two of them unpack it at once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, base } = await buildTestSite();
  await findBrowser();
  const server = await serveStatic(folder, { base });
  project.provide('site', server.url);
  project.provide('siteFolder', folder);
  const builder = await shareSiteBuilder();
  project.provide('builder', builder.url);
  return async () => {
    await builder.close();
    await server.close();
  };
}
