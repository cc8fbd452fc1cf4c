import type { TestProject } from 'vitest/node';
import { buildTestSite } from '../../support/test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder the test site was built to. */
    siteFolder: string;
    /** The path the test site lives under. */
    siteBase: string;
  }
}

/** Builds the test site unless it is built already. */
export default async function setup(project: TestProject): Promise<void> {
  const { folder, base } = await buildTestSite();
  project.provide('siteFolder', folder);
  project.provide('siteBase', base);
}
