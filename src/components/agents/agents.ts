import type { Hit } from '../../search/core/types.ts';
import { cite, FORMATS, type Citation, type Format } from '../../support/citation.ts';
import { localeOf } from '../../support/language-guess.ts';
import { pageSession } from '../search/page-session.ts';
import { answerItem } from './answer-item.ts';
import type { AgentsConfig } from './config.ts';

const SHOWN = 6;
/** Characters of a passage. */
const PASSAGE = 300;
/** A customer's message is searched for up to here (characters). */
const LONGEST = 1500;
const PAUSE = 120;

const form = document.querySelector<HTMLFormElement>('[data-agents]');
if (form) open(form);

/** Finds the sections that answer a pasted message and copies them in the form an agent needs. Nothing leaves the page. */
function open(form: HTMLFormElement): void {
  const config = JSON.parse(form.dataset['agents'] ?? '') as AgentsConfig;
  const say = (key: string, values: Record<string, string> = {}) => (config.strings[`agents.${key}`] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const message = form.querySelector('textarea')!;
  const [format, language] = [...form.querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
  const list = form.querySelector<HTMLElement>('[data-part="answers"]')!;
  const said = form.querySelector<HTMLElement>('[data-part="said"]')!;
  let hits: Hit[] = [];
  let locale = config.locale;

  const sessions = new Map(
    Object.entries(config.indexes).map(([code, index]) => [code, pageSession(index, PASSAGE, ({ query, state, outcome }) => {
      if (code !== locale || state === 'searching') return;
      hits = query ? (outcome?.hits ?? []) : [];
      list.replaceChildren(...hits.map((hit, index) => answerItem(hit, { index, locale, reviewed: config.reviewed[locale]?.[hit.article], say, copy: () => void copy([hit]) })));
      list.dataset['query'] = query;
      const failed = state === 'offline' || state === 'broken';
      said.textContent = failed ? say('failed') : query && hits.length === 0 ? say('none') : '';
    })]),
  );

  const look = (): void => {
    const text = message.value.trim().slice(0, LONGEST);
    locale = language.value || localeOf(text, Object.keys(config.indexes), config.locale);
    sessions.get(locale)?.search({ text, limit: SHOWN });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  message.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  message.addEventListener('paste', () => setTimeout(look));
  language.addEventListener('change', look);

  const citation = (hit: Hit): Citation => {
    const [, anchor = ''] = hit.href.split('#');
    return { title: hit.title, section: hit.headings.at(-1) ?? '', url: `${config.root}a/${hit.article}/${anchor && `#${anchor}`}`, passage: hit.passage.text };
  };
  const copy = async (chosen: Hit[]): Promise<void> => {
    if (chosen.length === 0) return;
    const { text, html } = cite(chosen.map(citation), format.value as Format);
    const copied = await write(text, html);
    said.textContent = copied ? say('copied', { title: chosen.map(({ title }) => title).join(', ') }) : say('notCopied');
  };

  /** Ctrl or ⌘ with Enter copies what is chosen, else the best; with a digit, that answer. */
  form.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const ticked = hits.filter((_, index) => list.querySelector<HTMLInputElement>(`[data-index="${index}"] input`)?.checked);
    if (event.key === 'Enter') void copy(ticked.length > 0 ? ticked : hits.slice(0, 1));
    else if (/^[1-9]$/.test(event.key)) void copy(hits.slice(Number(event.key) - 1, Number(event.key)));
    else return;
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  format.addEventListener('change', () => remember(format.value));
  const kept = remembered();
  if (kept) format.value = kept;
  for (const session of sessions.values()) session.warm();
  if (message.value) look();
}

async function write(text: string, html: string | undefined): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })]);
    return true;
  } catch {
    return false;
  }
}

function remember(format: string): void {
  try {
    localStorage.setItem('signpost:copy-format', format);
  } catch {
    // The choice holds for this page.
  }
}

function remembered(): Format | undefined {
  try {
    return FORMATS.find((format) => format === localStorage.getItem('signpost:copy-format'));
  } catch {
    return undefined;
  }
}
