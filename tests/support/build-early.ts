import { buildTestSite } from './test-site.ts';

/** Builds the test site beside the steps that do without it. What is wrong is told by the step that wants the site. */
await buildTestSite().catch(() => process.exit(1));
