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
    const before = [...section.querySelectorAll<HTMLElement>('[data-notice]')];
    const after = notices.map((notice) => {
      const made = drawNotice(notice, item, config);
      const old = before.find(({ dataset }) => dataset.notice === made.dataset.notice);
      made.hidden = old?.hidden ?? true;
      return old?.isEqualNode(made) ? old : made;
    });
    // What stays is not touched, and keeps the focus.
    for (const gone of before.filter((one) => !after.includes(one))) gone.remove();
    after.forEach((one, at) => {
      if (section.children[at] !== one) section.insertBefore(one, section.children[at] ?? null);
    });
    onChange(notices.map(({ id }) => id));
  };
  // Also where storage is forbidden, and while an answer is awaited.
  let latest: Kept | undefined;
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    const kept = [latest, keptAnswer()].find((kept) => kept && holds(kept, config.locale));
    if (kept) latest = kept;
    else {
      asking = true;
      // A visitor who goes under ground still knows what was said last.
      const notices = await fetchNotices(config).catch(() => latest?.notices ?? []);
      asking = false;
      latest = { at: Date.now(), locale: config.locale, notices };
      tabStorage.set(KEY, JSON.stringify(latest));
    }
    show(latest?.notices ?? []);
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

function keptAnswer(): Kept | undefined {
  try {
    return JSON.parse(tabStorage.get(KEY) ?? '') as Kept;
  } catch {
    return undefined;
  }
}

function holds({ at, locale }: Kept, wanted: string): boolean {
  return locale === wanted && Math.abs(Date.now() - at) < HOLDS;
}

/** Fills a copy of the page's model; all of it as text. */
function drawNotice(notice: LiveNotice, model: HTMLElement, { words }: LiveConfig): HTMLElement {
  const made = model.cloneNode(true) as HTMLElement;
  made.className = `notices-item notices-${notice.severity}`;
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
    const anchor = Object.assign(document.createElement('a'), { href, textContent: label });
    // Like those of embedded.ts, which finds what stands in the page.
    if (parent !== window && anchor.origin !== location.origin) anchor.target = '_blank';
    parts.push(anchor);
  }
  if (text) text.id = `notice-${notice.id}-late`;
  text?.replaceChildren(...parts);
  button?.setAttribute('aria-describedby', text?.id ?? '');
  return made;
}
