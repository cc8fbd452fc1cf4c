import { isWord, type PanelWord, toldInsertion, toldMessage } from '../../../agents/hosts/panel.ts';
import type { Host } from './host.ts';
import type { ParentWindow } from './parent-window.ts';

/** Whoever does not say within this time (ms) that it inserted something has not. */
const PATIENCE = 5_000;

/** Zendesk, by the page of our app that stands around this one and speaks to Zendesk's framework. */
export function zendesk(around: ParentWindow): Host {
  const asked = new Map<number, (done: boolean) => void>();
  around.hear((data) => {
    const answer = toldInsertion(data);
    if (answer) asked.get(answer.id)?.(answer.done);
  });
  let last = 0;
  return {
    name: 'Zendesk',
    listen(hear) {
      around.follow((data) => isWord('message', data), toldMessage, hear);
      around.ask({ signpost: 'ready' } satisfies PanelWord);
    },
    async insert(content) {
      last += 1;
      const id = last;
      if (!around.tell({ signpost: 'insert', id, ...content } satisfies PanelWord)) return false;
      const done = await new Promise<boolean>((resolve) => {
        asked.set(id, resolve);
        setTimeout(resolve, PATIENCE, false);
      });
      asked.delete(id);
      return done;
    },
  };
}
