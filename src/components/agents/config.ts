import type { IndexPlace } from '../../search/browser/engine.ts';

/** What the script of the agents' page is told, as JSON in `data-agents`. */
export interface AgentsConfig {
  locale: string;
  /** The site's public address with its base path, before `a/<id>/`. */
  root: string;
  /** By locale. */
  indexes: Record<string, IndexPlace>;
  /** By locale and id: the day of the last review, `2026-05-01`. */
  reviewed: Record<string, Record<string, string>>;
  strings: Record<string, string>;
}
