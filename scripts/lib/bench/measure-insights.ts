import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeEvents } from './synthetic/events.ts';
import type { Row } from './row.ts';
import { runMeasured } from './run-command.ts';

const insights = fileURLToPath(new URL('../../insights.ts', import.meta.url));

/** Makes up `count` events in `workspace` and lets `npm run insights` report on them. */
export async function measureInsights(workspace: string, count: number): Promise<Row[]> {
  const file = join(workspace, 'events.ndjson');
  await makeEvents(file, count);
  const { status, seconds, megabytes, stderr } = await runMeasured([insights, file, '--out', join(workspace, 'insights.html')]);
  if (status !== 0) throw new Error(`npm run insights ended with status ${status}:\n${stderr}`);
  const name = new Intl.NumberFormat('en').format(count);
  return [
    { group: 'insights', name: `report on ${name} events`, value: seconds, unit: 's', ...(count <= 1_000_000 && { target: { atMost: 60 } }) },
    { group: 'insights', name: `report on ${name} events, most memory`, value: megabytes, unit: 'MB', target: { atMost: 500 } },
  ];
}
