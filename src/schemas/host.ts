import { z } from 'zod';

/** What a host publishes at most. A file's and a site's size are in bytes. */
export interface HostLimits {
  name: string;
  files?: number;
  fileSize?: number;
  size?: number;
}

const MiB = 2 ** 20;
const GB = 1e9;

/** Hosts by the name that site.yaml gives them, with the limits that each documents (November 2026). */
export const HOSTS = {
  'cloudflare-pages': { name: 'Cloudflare Pages (Free)', files: 20_000, fileSize: 25 * MiB },
  'cloudflare-pages-paid': { name: 'Cloudflare Pages (paid plans)', files: 100_000, fileSize: 25 * MiB },
  'github-pages': { name: 'GitHub Pages', size: GB },
  'gitlab-pages': { name: 'GitLab Pages on gitlab.com', files: 200_000, size: GB },
} as const satisfies Record<string, HostLimits>;

export const hostSchema = z.enum(Object.keys(HOSTS) as (keyof typeof HOSTS)[]);
