import type { LiveContext } from '../../notices/live-notices.ts';
import type { Severity } from '../../schemas/notices.ts';

/** What a page says of the notices that it asks for, as JSON in `data-live`: one of the two addresses, and its words. */
export interface LiveConfig extends Omit<LiveContext, 'origin'> {
  url?: string | undefined;
  /** The origin of a status page. */
  statuspage?: string | undefined;
  /** The text of a link to a status page. */
  details: string;
  /** What stands before a notice of this severity. */
  words: Partial<Record<Severity, string>>;
}
