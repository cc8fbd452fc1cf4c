import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './row.ts';
import { runCommand } from './run-command.ts';
import { writeSyntheticEvents } from './synthetic/events.ts';

const insights = fileURLToPath(new URL('../../insights.ts', import.meta.url));

/** Writes `count` synthetic events in `workspace` and lets `npm run insights` report on them. */
export async function measureInsights(workspace: string, count: number): Promise<Row[]> {
  const file = join(workspace, 'events.ndjson');
  await writeSyntheticEvents(file, count);
  const { status, seconds, megabytes, stderr } = await runCommand([
    insights,
    file,
    '--days',
    '60',
    '--out',
    join(workspace, 'insights.html'),
  ]);
  if (status !== 0) throw new Error(`npm run insights ended with status ${status}:\n${stderr}`);
  const name = new Intl.NumberFormat('en').format(count);
  return [
    {
      group: 'insights',
      name: `report on ${name} events`,
      value: seconds,
      unit: 's',
      ...(count <= 1_000_000 && { target: { atMost: 60 } }),
    },
    {
      group: 'insights',
      name: `report on ${name} events, most memory`,
      value: megabytes,
      unit: 'MB',
      target: { atMost: 500 },
    },
  ];
}
