import type { CurrentContent } from '../current-content.ts';

/** Modules that only a site with several languages has a use for. */
const FOR_SEVERAL = /[\\/]src[\\/](?:components[\\/]site[\\/]language-choice\.ts|styles[\\/]language-offer\.css)$/;

/** The Vite plugin that empties these modules for a site with one language, so that its pages carry not a byte of them. */
export function oneLanguage(content: CurrentContent) {
  return {
    name: 'signpost:one-language',
    enforce: 'pre' as const,
    load(id: string): string | undefined {
      const several = (content.center.site?.locales.length ?? 0) > 1;
      return !several && FOR_SEVERAL.test(id) ? '' : undefined;
    },
  };
}
