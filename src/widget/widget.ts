import { widgetUrl } from '../site/urls.ts';
import { inkOn, type WidgetBuild, widgetOptions } from './settings.ts';

declare const __SIGNPOST__: WidgetBuild;

/** Messages between the page, this script and the frame: `{ signpost: 'open' | 'close' | 'ready' | 'search', query? }`. */
interface Message {
  signpost?: unknown;
  query?: unknown;
}

/** Styles inside the widget's shadow root: constructed sheets need no line in the host page's policy. */
const STYLES = `
:host { all: initial; color-scheme: light dark; }
button, .bar { font: 600 1rem/1.2 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
button { cursor: pointer; border: 0; }
.open { position: fixed; z-index: 2147483000; inset-block-end: 1rem; inset-inline-end: 1rem; min-block-size: 3rem; padding: 0.75rem 1.25rem; border-radius: 1.5rem; background: var(--signpost); color: var(--signpost-ink); box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.panel { position: fixed; z-index: 2147483001; inset-block-end: 1rem; inset-inline-end: 1rem; inline-size: min(26rem, 100vw - 2rem); block-size: min(42rem, 100dvh - 2rem); display: flex; flex-direction: column; border-radius: 0.75rem; overflow: hidden; background: Canvas; box-shadow: 0 8px 40px rgb(0 0 0 / 35%); }
.start { inset-inline: 1rem auto; }
[hidden] { display: none; }
.bar { display: flex; align-items: center; gap: 1rem; padding-inline-start: 1.125rem; background: var(--signpost); color: var(--signpost-ink); }
.name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.close { inline-size: 3rem; block-size: 3rem; background: none; color: inherit; font-size: 1.125rem; }
iframe { flex: 1; inline-size: 100%; border: 0; }
.elsewhere { margin: auto; padding: 1.5rem; color: LinkText; font: 1rem/1.5 system-ui, sans-serif; }
:focus-visible { outline: 3px solid var(--signpost-ink); outline-offset: -5px; }
.open:focus-visible { outline: 3px solid #1a73e8; outline-offset: 2px; }
@media (max-width: 30rem) { .panel { inset: 0; inline-size: 100%; block-size: 100%; border-radius: 0; } }
@media print { .open, .panel { display: none; } }
`;

/** The frame's page says that it is ready before it has loaded; where it never does, what has loaded is an error page. */
const READY_AFTER_LOAD = 2000;

const script = document.currentScript as HTMLScriptElement | null;

/** Puts the button on the page; the frame is made when it is first opened. */
function start(source: HTMLScriptElement): void {
  // A page may hold the line twice, or be put together from parts that each hold it.
  if (document.querySelector('[data-signpost-widget]')) return;
  const help = new URL('./', source.src);
  const options = widgetOptions({ ...source.dataset }, document.documentElement.lang, __SIGNPOST__);
  const labels = __SIGNPOST__.labels[options.locale]!;
  const host = document.createElement('div');
  host.setAttribute('data-signpost-widget', '');
  host.lang = options.locale;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty('--signpost', options.color);
  host.style.setProperty('--signpost-ink', inkOn(options.color));

  const button = make('button', `open ${options.position}`, labels.open);
  const panel = make('div', `panel ${options.position}`);
  const bar = make('div', 'bar');
  const closer = make('button', 'close', '✕');
  button.type = closer.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  closer.setAttribute('aria-label', labels.close);
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', labels.title);
  panel.hidden = true;
  bar.append(make('span', 'name', labels.title), closer);
  panel.append(bar);
  root.append(button, panel);

  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let query = '';
  let former: Element | null = null;

  const ask = (): void => {
    if (ready && query) frame?.contentWindow?.postMessage({ signpost: 'search', query }, help.origin);
    if (ready) query = '';
  };
  const tell = (state: 'open' | 'closed'): void =>
    void document.dispatchEvent(new CustomEvent('signpost-widget', { detail: { state } }));

  /** The help center may not be framed by pages of this origin, or is down: a way there stands in place of the frame. */
  const showElsewhere = (): void => {
    if (!frame?.isConnected) return;
    console.warn(
      `Signpost: the help center at ${help.href} did not open in this page. Is ${location.origin} among widget.origins in its site.yaml?`,
    );
    const link = make('a', 'elsewhere', labels.elsewhere);
    link.href = new URL(`${options.locale}/`, help).href;
    link.target = '_blank';
    link.rel = 'noopener';
    frame.replaceWith(link);
    if (!panel.hidden) link.focus();
  };

  const open = (): void => {
    if (!frame) {
      frame = document.createElement('iframe');
      frame.title = labels.title;
      const address = new URL(widgetUrl('', options.locale), help);
      if (options.context) address.searchParams.set('context', options.context);
      frame.src = address.href;
      frame.addEventListener('load', () => setTimeout(() => !ready && showElsewhere(), READY_AFTER_LOAD));
      panel.append(frame);
    }
    if (!panel.hidden) return;
    former = document.activeElement === host ? null : document.activeElement;
    panel.hidden = false;
    button.hidden = true;
    button.setAttribute('aria-expanded', 'true');
    (frame.isConnected ? frame : closer).focus();
    tell('open');
  };
  const close = (): void => {
    if (panel.hidden) return;
    panel.hidden = true;
    button.hidden = false;
    button.setAttribute('aria-expanded', 'false');
    // Back to where the visitor was; the button is that place unless the page opened the help itself.
    if (former instanceof HTMLElement && former !== document.body && former.isConnected) former.focus();
    else button.focus();
    tell('closed');
  };

  button.addEventListener('click', open);
  closer.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  });
  addEventListener('message', ({ data, origin, source: from }: MessageEvent<Message | null>) => {
    if (typeof data !== 'object' || data === null) return;
    const { signpost } = data;
    if (from === window && origin === location.origin) {
      if (signpost === 'close') close();
      if (signpost !== 'open') return;
      if (typeof data.query === 'string') query = data.query.slice(0, 300);
      open();
      ask();
    } else if (frame && from === frame.contentWindow && origin === help.origin) {
      if (signpost === 'close') close();
      if (signpost !== 'ready') return;
      ready = true;
      ask();
    }
  });
  document.body.append(host);
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

if (script) {
  if (document.body) start(script);
  else document.addEventListener('DOMContentLoaded', () => start(script));
}
