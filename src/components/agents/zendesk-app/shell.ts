import { askedInsertion, isWord, type PanelWord } from '../../../agents/hosts/panel.ts';
import { ZENDESK_EVENTS, ZENDESK_PATHS, zendeskInsertion, zendeskMessage } from '../../../agents/hosts/zendesk.ts';
import { textOfHtml } from './html-text.ts';

/** What is used of the client that Zendesk's framework gives an app; `get` gives values by path. */
interface FrameworkClient {
  get(path: string): Promise<Record<string, unknown>>;
  invoke(action: string, argument: unknown): Promise<unknown>;
  on(event: string, hear: () => void): void;
}

declare const ZAFClient: { init(): FrameworkClient | false };

/** Height (px) of the app in the sidebar, which no app can leave to its content. */
const HEIGHT = '640px';

const client = ZAFClient.init();
if (client) void show(client);

/** Shows the agents' page in the language of the agent, as far as the site has it, and passes words between it and Zendesk. */
async function show(client: FrameworkClient): Promise<void> {
  void client.invoke('resize', { width: '100%', height: HEIGHT });
  const pages = JSON.parse(document.body.dataset.pages ?? '{}') as Record<string, string>;
  const locale = String(await told(client, 'currentUser.locale')).toLowerCase();
  const language = locale.split('-')[0];
  const [first = ''] = Object.values(pages);
  const address =
    Object.entries(pages).find(([code]) => code === locale)?.[1] ??
    Object.entries(pages).find(([code]) => code.split('-')[0] === language)?.[1] ??
    first;
  const frame = document.createElement('iframe');
  frame.title = document.title;
  frame.allow = 'clipboard-write';
  frame.src = address;
  const { origin } = new URL(address);
  const tell = (word: PanelWord): void => frame.contentWindow?.postMessage(word, origin);
  let turn = 0;
  const tellMessage = async (): Promise<void> => {
    turn += 1;
    const own = turn;
    const message = await messageOf(client);
    if (own === turn) tell({ signpost: 'message', ...message });
  };

  addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || from !== origin) return;
    if (isWord('ready', data)) void tellMessage();
    const asked = askedInsertion(data);
    if (asked)
      void insert(client, asked).then(
        () => tell({ signpost: 'inserted', id: asked.id, done: true }),
        () => tell({ signpost: 'inserted', id: asked.id, done: false }),
      );
  });
  for (const event of ZENDESK_EVENTS) client.on(event, () => void tellMessage());
  document.body.append(frame);
}

async function messageOf(client: FrameworkClient) {
  const values = await Promise.all(
    ZENDESK_PATHS.map(async (path): Promise<[string, unknown]> => [path, await told(client, path)]),
  );
  return zendeskMessage(Object.fromEntries(values), textOfHtml);
}

/** Undefined for what this ticket, place or account does not have. */
function told(client: FrameworkClient, path: string): Promise<unknown> {
  return client.get(path).then(
    (values) => values[path],
    () => undefined,
  );
}

async function insert(client: FrameworkClient, content: { text: string; html?: string }): Promise<void> {
  const [richText, written] = await Promise.all([told(client, 'comment.useRichText'), told(client, 'comment.text')]);
  const [action, argument] = zendeskInsertion(content, { richText, written });
  await client.invoke(action, argument);
}
