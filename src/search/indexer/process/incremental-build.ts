import { buildLocale, type LocaleBuild, type LocaleInput } from './build-locale.ts';
import { modelsKeptOpen } from './open-models.ts';

/**
 * What the builds of one process leave to the next, so that a writer's edit costs only what it changed: the opened
 * models, the locales nobody touched, and a locale's student, which one edit cannot make wrong. The next real build fits
 * it anew.
 */
export class SearchMemory {
  /** Opens the models; those of the last build when the settings are the same. */
  readonly models = modelsKeptOpen();
  readonly #locales = new Map<string, { key: string; model: string; built: LocaleBuild }>();

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
