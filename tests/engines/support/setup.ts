import type { TestProject } from 'vitest/node';
import { serveStatic } from '../../../scripts/lib/site/serve-static.ts';
import { buildTestSite } from '../../support/test-site.ts';

/** Builds the test site unless it is built already, and serves it, once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, base } = await buildTestSite();
  const server = await serveStatic(folder, { base });
  project.provide('site', server.url);
  return () => server.close();
}
