import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { protocolSession } from './protocol-session.ts';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

/**
 * Runs axe with all its rules, best practices included.
 * @returns one line per violation and element: `color-contrast: … (#main > p) …`; [] when there is none.
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await loadAxe(page);
  // A colour on its way to another is neither; and what inherits it sets out when it has arrived.
  await page.evaluate(async () => {
    const ending = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (let moving = ending(); moving.length > 0; moving = ending())
      await Promise.all(moving.map(({ finished }) => finished.catch(() => {})));
  });
  // Everything that axe found sound would come along, too: many times as much, and as slow as axe itself. Nor is a
  // selector wanted of each element that is sound.
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${JSON.stringify(node.target)}) ${node.failureSummary ?? ''}`),
  );
}

/**
 * The debugger protocol evaluates outside the page's policy, which would refuse an added script. As a script of its own
 * it finds what was compiled of axe on a page before; as an argument of page.evaluate it would be compiled each time.
 */
async function loadAxe(page: Page): Promise<void> {
  const session = await protocolSession(page);
  const expression = `if (!('axe' in window)) {${source}\n}`;
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression });
  if (exceptionDetails)
    throw new Error(`axe does not load: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
}
