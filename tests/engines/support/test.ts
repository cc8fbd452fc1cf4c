import { test as base, expect, inject } from 'vitest';
import { type Engine, type EnginePage, engineName } from '../../../scripts/lib/engines/engine.ts';
import { findEngines, REMEDIES } from '../../../scripts/lib/engines/find-engines.ts';
import { type Desk, startDesk } from '../../support/desk.ts';
import { siteWithDesk } from '../../support/site-with-desk.ts';

interface Fixtures {
  engine: Engine;
  /** A page with an empty cache and storage. */
  page: EnginePage;
  /** The test site; messages of its contact form reach the desk. */
  site: string;
  desk: Desk;
}

/**
 * Vitest's `test` in the engine that ENGINE names. It fails on any exception and any error in the console, where the
 * engine's protocol tells of them.
 */
export const test = base
  .extend<Pick<Fixtures, 'engine'>>({
    engine: [
      async ({}, use) => {
        const name = engineName(process.env.ENGINE ?? 'chromium');
        const start = (await findEngines()).get(name);
        if (!start) throw new Error(`There is no ${name} here. Install ${REMEDIES[name]}.`);
        const engine = await start();
        await use(engine);
        await engine.close();
      },
      { scope: 'file' },
    ],
  })
  .extend<Omit<Fixtures, 'engine'>>({
    desk: async ({}, use) => {
      const desk = await startDesk();
      await use(desk);
      await desk.close();
    },
    site: async ({ desk }, use) => {
      const server = await siteWithDesk(inject('site'), desk);
      await use(server.url);
      await server.close();
    },
    page: async ({ engine }, use) => {
      const { page, problems, leave } = await engine.visit();
      await use(page);
      await leave();
      expect(problems).toEqual([]);
    },
  });

export { waitFor } from '../../../scripts/lib/engines/engine.ts';
export { expect };
