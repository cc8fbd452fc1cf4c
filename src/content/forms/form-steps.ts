import type { Document, Node } from 'yaml';

/**
 * What leads from one form of content to the next: whatever owners have written that must be written otherwise. A new
 * field needs no step, since content without it stays right.
 */
export type FormStep = readonly FormChange[];

/** One thing that is written otherwise from a form on. */
export interface FormChange {
  /** Whether it may be written in a file, given its path below the content folder. Of an article the front matter is meant. */
  concerns(file: string): boolean;
  /**
   * Changes YAML of the former form in place and says what it changed; nothing where there is nothing to change. What
   * it has changed it must leave alone when it is asked again: an upgrade that was stopped half way is begun anew.
   */
  apply(yaml: Document): FormFinding[];
}

/** Something written as it was before. */
export interface FormFinding {
  /** The key or value, as it was parsed, for the line; the file as a whole when left out. */
  at?: Node | undefined;
  /** Dotted path of the field: `contact.phone`. */
  field: string;
  /** What is there, such as `the field "phone"`. */
  found: string;
  /** What is wanted instead, and since when it is. */
  expected: string;
}

/** The steps from form 1 on, the first of which leads to form 2. Form 1 is what Signpost 0.2 reads, and no other was published. */
export const FORM_STEPS: readonly FormStep[] = [];

/** The form that content has once all steps were taken. */
export function currentForm(steps: readonly FormStep[] = FORM_STEPS): number {
  return steps.length + 1;
}
