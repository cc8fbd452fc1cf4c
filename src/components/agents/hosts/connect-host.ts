import { ownValue } from '../../../site/own-value.ts';
import { chatwoot } from './chatwoot.ts';
import { helpScout } from './help-scout.ts';
import type { Host } from './host.ts';
import { ParentWindow } from './parent-window.ts';
import { zendesk } from './zendesk.ts';

/** By the name that the page's address gives after `?host=`. */
const HOSTS: Record<string, (around: ParentWindow) => Host> = { chatwoot, helpscout: helpScout, zendesk };

/**
 * The help desk that the address of the page names; undefined where it names none.
 * @param early Messages that came before this was loaded.
 */
export function connectHost(origins: readonly string[], early: readonly MessageEvent[]): Host | undefined {
  const name = new URLSearchParams(location.search).get('host') ?? '';
  return ownValue(HOSTS, name)?.(new ParentWindow(window, origins, early));
}
