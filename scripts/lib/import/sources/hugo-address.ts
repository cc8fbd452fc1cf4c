/** The address that Hugo gives a page: the default language has no prefix. `user/profile`, `de` -> `/de/user/profile/`. */
export function addressOf(name: string, locale: string, defaultLocale: string): string {
  const path = name ? `${name.toLowerCase().replace(/\s+/g, '-')}/` : '';
  return `/${locale === defaultLocale ? '' : `${locale}/`}${path}`;
}
