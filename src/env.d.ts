/// <reference types="astro/client" />

declare module 'virtual:signpost/site' {
  export const site: import('./schemas/site.ts').Site;
}

declare module 'virtual:signpost/strings' {
  /** The owner's interface texts. */
  export const ownStrings: import('./i18n/languages.ts').OwnStrings;
}

declare module 'virtual:signpost/own-pages' {
  /** Whether the owner has pages of their own; while writing, as it is when a page is rendered. */
  export function hasOwnPages(): boolean;
}

declare module 'virtual:signpost/converted' {
  /** What a text was converted to, by the digest of its entry. */
  export const converted: import('./integrations/loaders/converted-texts.ts').ConvertedTexts['get'];
}

declare module 'virtual:signpost/notices' {
  export const notices: import('./schemas/notices.ts').Notices;
}

declare module 'virtual:signpost/agents' {
  export const agents: import('./schemas/agents.ts').AgentsTexts;
}

declare module 'virtual:signpost/examples' {
  /** Questions that an empty search box shows, by locale. */
  export const examples: Record<string, string[]>;
}

declare module 'virtual:signpost/head' {
  export const pageKinds: Record<
    import('./site/head-sources.ts').PageKind,
    {
      /** The Content-Security-Policy. */
      policy: string;
      /** The same for a page with text that is for some: it holds one more script. */
      foldingPolicy: string;
      /** The origins that may frame such a page, as a pattern. */
      framers?: string;
      /** Whether it may be a panel in a help desk. */
      panel: boolean;
    }
  >;
  /** Code that pages hold, each piece allowed by its hash. */
  export const inlineScripts: typeof import('./integrations/inline-scripts.ts').inlineScripts;
}

declare module 'virtual:signpost/brand' {
  /** A picture's address, and its size in pixels. */
  interface Picture {
    src: string;
    width: number;
    height: number;
  }
  /** The owner’s logo, when there is one. */
  export const logo: { light: Picture; dark: Picture | undefined; wordmark: boolean } | undefined;
  /** Addresses, when there are such files. */
  export const favicon: string | undefined;
  export const touchIcon: string | undefined;
  /** Path of the logo on this machine, where pictures are made with it. */
  export const logoFile: string | undefined;
  /** The owner’s fonts, each with the address of its file. */
  export const fonts: import('./styles/theme/fonts.ts').FontFace[];
  /** Path of the owner’s sheet below the base, when there is one. */
  export const customSheet: string | undefined;
}

declare module 'virtual:signpost/slots' {
  /** The owner's components, by what they stand in for. */
  export const components: Partial<Record<import('./site/slots.ts').SlotName, (props: object) => unknown>>;
}

declare module 'signpost:slots' {
  export * from './site/slots.ts';
}

declare module 'virtual:signpost/search' {
  /** What pages know of the search; while writing, as it is when they are rendered. */
  export function search(): {
    /** By locale: names of the manifest built with the pages, and of the one deployed now. */
    indexes: Record<string, { manifest: string; current: string; needed: string[] }>;
    /** By locale and article id: the nearest articles, nearest first. */
    related: Record<string, Record<string, string[]>>;
  };
}

declare module 'virtual:signpost/permalinks' {
  export const record: import('./schemas/permalinks.ts').Permalinks;
  /** By id and locale: the sections of each article, in the order of the text. */
  export const anchors: Record<string, Record<string, string[]>>;
  /** The ids whose permalink has a page of its own; null where all have. */
  export const pages: string[] | null;
  /** How many files the page at `/a/` looks links up in; 0 where there is no such page. */
  export const lookupFiles: number;
}
