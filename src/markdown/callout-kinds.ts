/** The kinds of callouts, as written in `> [!NOTE]` and `:::note`. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type CalloutKind = (typeof CALLOUTS)[number];

export function isCallout(name: string): name is CalloutKind {
  return (CALLOUTS as readonly string[]).includes(name);
}
