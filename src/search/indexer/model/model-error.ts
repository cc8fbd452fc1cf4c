/** Four short answers that every error about a model gives. */
export interface ModelErrorParts {
  /** The file, folder, package or setting concerned. */
  where: string;
  /** What was there. */
  found: string;
  /** What should have been there. */
  expected: string;
  /** The next step for whoever runs the build. */
  todo: string;
}

/**
 * A model could not be found, read or run. The message is complete by itself,
 * so commands print it without the stack.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly parts: ModelErrorParts;

  constructor(parts: ModelErrorParts, options?: ErrorOptions) {
    super(`${parts.where}: found ${parts.found}; expected ${parts.expected}. ${parts.todo}`, options);
    this.parts = parts;
  }
}

/** That a model's weights cannot be had from this machine now: a site is then searched by its words. */
export class ModelUnavailable extends ModelError {
  /** Each way that was tried, with what became of it, in one line. */
  readonly tried: readonly string[];

  constructor(model: string, tried: readonly string[]) {
    super({
      where: `search model "${model}"`,
      found: `no way to its weights (${tried.join('; ')})`,
      expected: tried.length === 1 ? 'it to work' : 'one of them to work',
      todo: 'Connect and build again; HF_ENDPOINT names a mirror of the hub.',
    });
    this.tried = tried;
  }
}
