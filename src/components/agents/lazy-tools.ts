import type { ChosenAnswer } from '../../agents/answered-question.ts';
import type { Markup } from '../../agents/citation.ts';
import type { Report } from '../../agents/report.ts';
import type { AgentsConfig } from './config.ts';
import type { ReplyEditor, ReplyEditorParts } from './reply-editor.ts';
import type { Reports } from './reports.ts';

export interface LazyToolsParts extends Pick<ReplyEditorParts, 'place' | 't' | 'deliver' | 'say'> {
  config: AgentsConfig;
}

/** What is loaded when an agent first uses it: the editor of replies, and reports. */
export class LazyTools {
  readonly #parts: LazyToolsParts;
  #editor: ReplyEditor | undefined;
  #reports: Reports | undefined;

  constructor(parts: LazyToolsParts) {
    this.#parts = parts;
  }

  /** Opens the editor with one reply of these answers. @param action What is done with the reply. */
  write(answers: readonly ChosenAnswer[], markup: Markup, action: 'agents.copy' | 'agents.insert'): void {
    if (answers.length === 0) return;
    const { config, say } = this.#parts;
    void this.#load(async () => {
      const { ReplyEditor } = await import('./reply-editor.ts');
      this.#editor ??= new ReplyEditor({ ...this.#parts, root: config.root, words: config.words });
      say('');
      this.#editor.open(answers, markup, action);
    });
  }

  /** Other answers are on show than those that a reply was made of. */
  answersChanged(): void {
    this.#editor?.answersChanged();
  }

  /** Reports a gap or a wrong answer, or takes that back. @param button What offers it, and says how it stands. */
  report(report: Report, button: HTMLButtonElement | null): void {
    const { config, t, say } = this.#parts;
    void this.#load(async () => {
      // Not again once it is here: even then it would take a moment, in which the page may be left.
      if (!this.#reports) {
        const { Reports } = await import('./reports.ts');
        this.#reports ??= new Reports({ settings: config.reports, t, root: config.root, say });
      }
      const word = button?.querySelector('span');
      const text = word?.dataset.text ?? word?.textContent ?? '';
      this.#reports.report(report, (state) => {
        if (!button || !word) return;
        word.dataset.text = text;
        word.textContent = state === 'pending' ? t('agents.undo') : text;
        button.setAttribute('aria-pressed', String(state !== 'none'));
      });
    });
  }

  async #load(use: () => Promise<void>): Promise<void> {
    const { t, say } = this.#parts;
    await use().catch(() => say(t('agents.failed')));
  }
}
