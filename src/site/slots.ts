/**
 * The parts of pages that an owner's component may stand in for: theme/components/<name>.astro in the content folder. Its
 * props are those below, in plain words and addresses; what would stand there otherwise is its `<slot />`. This file is
 * the whole promise: a change that an existing component could notice raises the version.
 */
export const SLOT_VERSION = 1;

/** Where the components lie, below the content folder. */
export const SLOT_FOLDER = 'theme/components/';

/** What every component is told. */
export interface SlotProps {
  /** Of the page, such as `zh-cn`. */
  locale: string;
  /** The company's name. */
  name: string;
  /** Pages of the site in this locale. */
  home: string;
  contact: string;
  articles: string;
}

export interface SlotLink {
  label: string;
  href: string;
}

export interface HeaderProps extends SlotProps {
  /** This page in the site's languages, each by its own name, with its language tag. */
  languages: (SlotLink & { lang: string; current: boolean })[];
}

export interface HomeProps extends SlotProps {
  categories: (SlotLink & { description: string; count: number })[];
}

export interface ArticleEndProps extends SlotProps {
  article: { id: string; title: string; href: string; category: string };
}

export interface ContactIntroProps extends SlotProps {
  title: string;
  intro: string;
}

/** The props of each component, by its name. */
export interface Slots {
  Header: HeaderProps;
  Footer: SlotProps;
  Home: HomeProps;
  ArticleEnd: ArticleEndProps;
  ContactIntro: ContactIntroProps;
}

export type SlotName = keyof Slots;

export const SLOTS = ['Header', 'Footer', 'Home', 'ArticleEnd', 'ContactIntro'] as const satisfies SlotName[];

/** The component that a file of the content folder is; undefined for any other. */
export function slotOf(file: string): SlotName | undefined {
  return SLOTS.find((name) => file === `${SLOT_FOLDER}${name}.astro`);
}
