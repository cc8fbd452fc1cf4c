import type { APIRoute } from 'astro';
import type { LanguageOffer } from '../../components/site/language-offer.ts';
import { isRtl, localePaths, locales, site, urls } from '../../data/site.ts';
import { translator } from '../../data/strings.ts';

/** A site with one language has no other to offer. */
export const getStaticPaths = () => (locales.length > 1 ? localePaths() : []);

/** What a page in another language says to those who would rather read or search this one. */
export const GET: APIRoute = ({ params }) => {
  const locale = params.locale ?? site.defaultLocale;
  const t = translator(locale);
  const language = locales.find(({ code }) => code === locale)?.label ?? locale;
  return Response.json({
    label: t('language.label'),
    close: t('language.close'),
    page: t('language.offerPage', { language }),
    home: t('language.offerHome', { language }),
    asked: t('language.asked', { language }),
    search: t('language.offerSearch', { language }),
    inLanguage: t('search.inLanguage', { language: '{language}' }),
    headings: {
      answer: t('search.answer'),
      results: t('search.results'),
      closest: t('search.closest'),
      none: t('search.none'),
      noneClosest: t('search.noneClosest'),
      better: t('search.better', { title: '{title}' }),
    },
    addresses: { home: urls.home(locale), search: urls.search(locale) },
    dir: isRtl(locale) ? 'rtl' : 'ltr',
  } satisfies LanguageOffer);
};
