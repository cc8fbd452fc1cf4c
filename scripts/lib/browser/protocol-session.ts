import type { Page } from 'playwright-core';
import { memoize } from '../../../src/cache/memoize.ts';

/** A page's session of the debugger's protocol, one for all commands that set nothing which lasts as long as the session. */
export const protocolSession = memoize((page: Page) => page.context().newCDPSession(page));
