/** What customers' questions are made of in one language; knows nothing of any site. */
export interface Phrases {
  /**
   * Questions with blanks: `{do}` an action (`cancel my order`), `{doing}` the same as a noun (`cancelling my order`),
   * `{thing}` and `{other}` things, `{state}` what a thing may be (`not working`).
   */
  frames: readonly string[];
  /** Actions, each with its noun form. */
  actions: readonly (readonly [act: string, acting: string])[];
  things: readonly string[];
  states: readonly string[];
  /** What stands before a thing: `my new`. */
  determiners: readonly string[];
  /** What joins two things: `for`. */
  joints: readonly string[];
  /** How questions end; the empty string among them. */
  endings: readonly string[];
}
