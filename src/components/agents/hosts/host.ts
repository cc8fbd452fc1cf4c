import type { ClipboardContent } from '../../../agents/citation.ts';
import type { CustomerMessage } from '../../../agents/hosts/heard-message.ts';

export type { CustomerMessage } from '../../../agents/hosts/heard-message.ts';

/** The help desk that the agents' page stands in. */
export interface Host {
  name: string;
  /** Calls for what the customer wrote last, now and whenever that changes. */
  listen(hear: (message: CustomerMessage) => void): void;
  /** Puts an answer into the agent's reply; false when that did not work. Left out where the help desk takes nothing. */
  insert?(content: ClipboardContent): Promise<boolean>;
}
