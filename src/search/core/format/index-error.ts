/** What is wrong with a file of the search index. */
export type IndexFault = 'missing' | 'truncated' | 'corrupt' | 'wrong-version' | 'wrong-kind';

/**
 * A file of the search index that can't be used. The search goes on without it where it can:
 * without vectors by words alone, without texts with bare titles.
 */
export class IndexError extends Error {
  readonly fault: IndexFault;
  /** Name of the file within the index. */
  readonly file: string;

  constructor(fault: IndexFault, file: string, found: string, expected: string, options?: ErrorOptions) {
    super(
      `Search index file ${file}: found ${found}, expected ${expected}. Build the site again and publish all of its files together.`,
      options,
    );
    this.name = 'IndexError';
    this.fault = fault;
    this.file = file;
  }
}
