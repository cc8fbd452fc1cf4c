/** The sites whose films can be shown, and where each has its players, which the policy of a page with one has to allow. */
export const PLAYERS = {
  youtube: { name: 'YouTube', origin: 'https://www.youtube-nocookie.com' },
  vimeo: { name: 'Vimeo', origin: 'https://player.vimeo.com' },
} as const;

export type VideoService = keyof typeof PLAYERS;

/** The origins of the players that a page can show, told by its HTML. */
export function framedOrigins(html: string): string[] {
  return Object.values(PLAYERS).flatMap(({ origin }) => (html.includes(` data-player="${origin}/`) ? [origin] : []));
}

/** A Content-Security-Policy under which a page may also frame these origins. */
export function allowFrames(policy: string, origins: readonly string[]): string {
  return policy.replace(/frame-src [^;]*/, (allowed) => [allowed, ...origins].join(' '));
}
