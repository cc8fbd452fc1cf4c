import { buildLocale, type LocaleBuild, type LocaleInput } from './build-locale.ts';
import { reuseModels } from './open-models.ts';

/**
 * What the builds of one process pass on to the next, so that an edit costs only what it changed: the opened
 * models, the locales nobody touched, and a locale's student, which one edit cannot make wrong. The next real build fits
 * it anew.
 */
export class IncrementalBuild {
  /** Opens the models; those of the last build when the settings are the same. */
  readonly openModels = reuseModels();
  readonly #locales = new Map<string, { key: readonly unknown[]; model: string; built: LocaleBuild }>();

  /** The locale's last build when neither `key` nor its model has changed; otherwise a new one that keeps the student of the same model. */
  async buildLocale(key: readonly unknown[], input: LocaleInput): Promise<LocaleBuild> {
    const { model: own, foreign } = input;
    const model = JSON.stringify(
      [own, foreign].map((one) => [one?.teacher.id, one?.settings]).concat(Object.keys(foreign?.languages ?? {})),
    );
    const last = this.#locales.get(input.locale);
    const isSame = last?.model === model;
    if (isSame && isAlike(key, last.key)) return last.built;
    const previous = isSame ? last.built : undefined;
    const built = await buildLocale({ ...input, previous, live: true });
    this.#locales.set(input.locale, { key, model, built });
    return built;
  }
}

/** Whether two values have the same content. What nobody touched is the same object, and need not be written out to be compared. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
  return one.length === other.length && one.every((each, place) => isAlike(each, other[place]));
}
