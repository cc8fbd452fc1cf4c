import { buildLocale, type LocaleBuild, type LocaleInput } from './build-locale.ts';
import type { Models } from './open-models.ts';

/**
 * What the builds of one process leave to the next, so that a writer's edit costs only what it changed: the opened
 * models, the locales nobody touched, and a locale's student, which one edit cannot make wrong. The next real build fits
 * it anew.
 */
export class SearchMemory {
  #models: { key: string; opened: Promise<Models> } | undefined;
  readonly #locales = new Map<string, { key: string; model: string; built: LocaleBuild }>();

  /** The models of the last build when `key` is that of the last build; otherwise those that `open` gives. */
  models(key: unknown, open: () => Promise<Models>): Promise<Models> {
    const text = JSON.stringify(key);
    if (this.#models?.key !== text) {
      const opened = open();
      this.#models = { key: text, opened };
      // A failure is not remembered: the next edit may have mended it.
      opened.catch(() => (this.#models = undefined));
    }
    return this.#models.opened;
  }

  /** The locale's last build when `key` has not changed; otherwise a new one that keeps the student. */
  async locale(key: unknown, input: LocaleInput): Promise<LocaleBuild> {
    const text = JSON.stringify(key);
    const model = `${input.teacher?.id} ${JSON.stringify(input.settings)}`;
    const last = this.#locales.get(input.locale);
    if (last?.key === text) return last.built;
    const former = last?.model === model ? last.built.semantic : undefined;
    const built = await buildLocale({ ...input, former });
    this.#locales.set(input.locale, { key: text, model, built });
    return built;
  }
}
