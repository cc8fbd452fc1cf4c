const KEY = 'signpost:counting';

/** Whether the browser asks not to be tracked: Global Privacy Control, or the older Do Not Track. */
export function browserOptsOut(): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1' || doNotTrack === 'yes';
}

/** Whether the visitor has said no on the page that tells what is counted. */
export function visitorOptedOut(): boolean {
  try {
    return localStorage.getItem(KEY) === 'off';
  } catch {
    return false;
  }
}

/** Keeps the visitor's choice in this browser. */
export function setOptOut(optOut: boolean): void {
  try {
    if (optOut) localStorage.setItem(KEY, 'off');
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage there is nothing to remember it with.
  }
}
