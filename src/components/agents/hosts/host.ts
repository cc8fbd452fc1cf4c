/** What a customer wrote, from wherever the page has it. */
export interface CustomerMessage {
  text: string;
  /** The customer's language (BCP 47), where the host knows it. */
  locale?: string;
  /** Changes when another conversation is shown. */
  conversation?: string;
}
