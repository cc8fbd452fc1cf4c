import { type LiveNotice, readLiveNotices } from '../../notices/live-notices.ts';
import { noticeKey } from '../../notices/notice-key.ts';
import { readStatuspage, SUMMARY } from '../../notices/statuspage.ts';
import { tabStorage } from '../guarded-storage.ts';
import type { LiveConfig } from './config.ts';

const KEY = 'signpost:live-notices';
/** How long an answer holds, and the lack of one (ms). */
const HOLDS = 60_000;
/** Whoever answers later than this (ms), or with more than so many bytes, is not heard. */
const PATIENCE = 5_000;
const MOST_BYTES = 256 * 1024;

/** What was answered last, kept for all pages of the tab. Ids are those of all notices, also of such as are over. */
interface Kept {
  at: number;
  locale: string;
  notices: LiveNotice[];
}

/**
 * Asks for notices that came after the build when the browser has nothing else to do, and again when the visitor comes
 * back after a minute, and keeps the place at the end of the page in step, where they push nothing. A failure says nothing.
 * @param onChange Called with the ids of the notices that came.
 */
export function followLiveNotices(model: HTMLTemplateElement, onChange: (ids: string[]) => void): void {
  const config = JSON.parse(model.dataset.live ?? '{}') as LiveConfig;
  const section = (model.content.cloneNode(true) as DocumentFragment).querySelector('section');
  const item = section?.querySelector<HTMLElement>('.notices-item');
  if (!section || !item) return;
  item.remove();
  section.hidden = true;
  document.body.append(section);

  const show = (notices: LiveNotice[]): void => {
    const before = new Map([...section.children].map((child) => [(child as HTMLElement).dataset.notice, child]));
    const drawn = notices.map((notice) => drawNotice(notice, item, config));
    // Those that stay keep the focus.
    section.replaceChildren(...drawn.map((one) => before.get(one.dataset.notice) ?? one));
    onChange(notices.map(({ id }) => id));
  };
  const ask = async (): Promise<void> => {
    const kept = keptAnswer(config.locale);
    if (kept) return show(kept);
    // Kept at once, so that a second question does not overtake the first.
    keep(config.locale, []);
    const notices = await fetchNotices(config).catch(() => []);
    keep(config.locale, notices);
    show(notices);
  };
  const whenIdle = (): void => {
    if (document.hidden) return;
    if ('requestIdleCallback' in window) requestIdleCallback(() => void ask(), { timeout: 3000 });
    else setTimeout(() => void ask(), 500);
  };
  whenIdle();
  document.addEventListener('visibilitychange', whenIdle);
  addEventListener('focus', whenIdle);
}

/** @throws Error when the address does not answer in time, with too much, or with anything but JSON. */
async function fetchNotices(config: LiveConfig): Promise<LiveNotice[]> {
  const status = config.statuspage && new URL(config.statuspage).origin;
  const address = status ? status + SUMMARY : (config.url ?? '');
  const answer = await fetch(address, {
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-cache',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const data: unknown = JSON.parse(await textOf(answer));
  return status ? readStatuspage(data, status, config) : readLiveNotices(data, { ...config, origin: location.origin });
}

/** @throws Error when the answer is longer than a list of notices can be. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BYTES) {
      void reader?.cancel();
      throw new Error(`More than ${MOST_BYTES} bytes are no notices.`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

function keptAnswer(locale: string): LiveNotice[] | undefined {
  try {
    const kept = JSON.parse(tabStorage.get(KEY) ?? '') as Kept;
    return kept.locale === locale && Math.abs(Date.now() - kept.at) < HOLDS ? kept.notices : undefined;
  } catch {
    return undefined;
  }
}

function keep(locale: string, notices: LiveNotice[]): void {
  tabStorage.set(KEY, JSON.stringify({ at: Date.now(), locale, notices } satisfies Kept));
}

/** Fills a copy of the page's model; all of it as text. */
function drawNotice(notice: LiveNotice, model: HTMLElement, { words }: LiveConfig): HTMLElement {
  const made = model.cloneNode(true) as HTMLElement;
  made.className = `notices-item notices-${notice.severity}`;
  made.hidden = true;
  made.dataset.notice = noticeKey(notice.id, notice.text);
  if (notice.from !== undefined) made.dataset.from = String(notice.from);
  if (notice.until !== undefined) made.dataset.until = String(notice.until);
  if (notice.categories.length > 0) made.dataset.categories = notice.categories.join(' ');
  const [text, button] = [made.querySelector('p'), made.querySelector('button')];
  const word = words[notice.severity];
  const parts: (Node | string)[] = word ? [Object.assign(document.createElement('strong'), { textContent: word })] : [];
  parts.push(` ${notice.text} `);
  if (notice.link) {
    const { href, label } = notice.link;
    parts.push(Object.assign(document.createElement('a'), { href, textContent: label }));
  }
  if (text) text.id = `notice-${notice.id}-late`;
  text?.replaceChildren(...parts);
  button?.setAttribute('aria-describedby', text?.id ?? '');
  return made;
}
