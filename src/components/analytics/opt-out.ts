import { browserStorage } from '../guarded-storage.ts';

const KEY = 'signpost:counting';

/** Whether the browser asks not to be tracked: Global Privacy Control, or the older Do Not Track. */
export function browserOptsOut(): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1' || doNotTrack === 'yes';
}

/** Whether the visitor has opted out on the page that explains what is counted. */
export function visitorOptedOut(): boolean {
  return browserStorage.get(KEY) === 'off';
}

/** Keeps the visitor's choice in this browser. */
export function setOptOut(optOut: boolean): void {
  if (optOut) browserStorage.set(KEY, 'off');
  else browserStorage.remove(KEY);
}
