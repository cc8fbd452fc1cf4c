import { type Report, type ReportSettings, reportEvent, reportIssue, reportKey } from '../../agents/report.ts';
import type { Translate } from '../../i18n/create-translator.ts';
import { browserOptsOut, visitorOptedOut } from '../analytics/opt-out.ts';
import { track } from '../analytics/track.ts';

/** For so long (ms) a report can be taken back; it is sent afterwards, or when the page is left. */
const UNDO = 6_000;

export interface ReportsParts {
  /** Undefined where the owner set nothing. */
  settings: ReportSettings | undefined;
  t: Translate;
  /** The site's public address with its base path. */
  root: string;
  /** Says something to the agent. */
  say(text: string): void;
}

/** Reports gaps and wrong answers, each once: the same key takes a report back as long as it is not sent. */
export class Reports {
  readonly #parts: ReportsParts;
  readonly #sent = new Set<string>();
  readonly #pending = new Map<string, () => void>();

  constructor(parts: ReportsParts) {
    this.#parts = parts;
    addEventListener('pagehide', () => {
      for (const send of this.#pending.values()) send();
    });
  }

  /** @param changed Is told how the report stands, for the button that made it. */
  report(report: Report, changed: (state: 'pending' | 'sent' | 'none') => void): void {
    const { settings, t, root, say } = this.#parts;
    if (!settings) return say(t('agents.noReports'));
    if (settings.to === 'issues') {
      open(reportIssue(report, settings, t, root), '_blank', 'noopener,noreferrer');
      return say(t('agents.issueOpened'));
    }
    if (browserOptsOut() || visitorOptedOut()) return say(t('agents.optedOut'));
    const key = reportKey(report);
    if (this.#pending.has(key)) {
      this.#pending.delete(key);
      changed('none');
      return say('');
    }
    const hasWords = settings.includeQuestion && !('answer' in report);
    say(t(hasWords ? 'agents.sentWords' : 'agents.sentCounted'));
    if (this.#sent.has(key)) return changed('sent');
    const send = (): void => {
      if (this.#pending.get(key) !== send) return;
      this.#pending.delete(key);
      this.#sent.add(key);
      track(reportEvent(report, settings.includeQuestion));
      changed('sent');
    };
    this.#pending.set(key, send);
    setTimeout(send, UNDO);
    changed('pending');
  }
}
