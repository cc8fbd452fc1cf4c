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
