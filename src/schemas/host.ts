import { z } from 'zod';

/** What a host reads of `_redirects`, in rules. */
export interface HostRules {
  /** Rules for one address, which the host answers with where that leads. */
  redirects: number;
  /** Rules for all addresses of a folder, at which the host shows one page; two more are kept for permanent links. */
  folders: number;
  /** Characters of a rule, where there is a limit. */
  length?: number;
  /** Whether a rule for `/old` is also one for `/old/`. */
  anySlash: boolean;
}

/** What a host publishes at most. A file's and a site's size are in bytes. */
export interface HostLimits {
  name: string;
  files?: number;
  fileSize?: number;
  size?: number;
  /** Left out for a host that reads no rules. */
  rules?: HostRules;
}

const MiB = 2 ** 20;
const GB = 1e9;

/** https://developers.cloudflare.com/pages/configuration/redirects/#per-file; addresses are compared letter by letter. */
const CLOUDFLARE_RULES: HostRules = { redirects: 2000, folders: 98, length: 1000, anySlash: false };

/** Hosts by the name that site.yaml gives them, with the limits that each documents (November 2026). */
export const HOSTS = {
  'cloudflare-pages': {
    name: 'Cloudflare Pages (Free)',
    files: 20_000,
    fileSize: 25 * MiB,
    rules: CLOUDFLARE_RULES,
  },
  'cloudflare-pages-paid': {
    name: 'Cloudflare Pages (paid plans)',
    files: 100_000,
    fileSize: 25 * MiB,
    rules: CLOUDFLARE_RULES,
  },
  'github-pages': { name: 'GitHub Pages', size: GB },
  'gitlab-pages': {
    name: 'GitLab Pages on gitlab.com',
    files: 200_000,
    size: GB,
    // https://docs.gitlab.com/user/project/pages/redirects/: 1,000 rules and 64 kB. Its redirects lose what stands behind the ?
    // of an address, and don't find addresses with other letters than those of English: pages do better.
    rules: { redirects: 0, folders: 300, length: 200, anySlash: true },
  },
  netlify: {
    name: 'Netlify',
    // No limit is documented; from 10,000 on, Netlify recommends fewer: https://docs.netlify.com/manage/routing/redirects/overview/
    rules: { redirects: 9_000, folders: 900, anySlash: true },
  },
} as const satisfies Record<string, HostLimits>;

export const hostSchema = z.enum(Object.keys(HOSTS) as (keyof typeof HOSTS)[]);
