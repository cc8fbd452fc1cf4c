/** What the build writes into widget.js. */
export interface WidgetBuild {
  defaultLocale: string;
  /** The owner's accent, `#rrggbb`: the button's ground where the page does not name another. */
  accent: string;
  /** By locale: the labels of the button and of the closing button, the name of the frame, and what stands in its place where it can't be shown. */
  labels: Record<string, { open: string; close: string; title: string; elsewhere: string }>;
}

/** What the page that loads widget.js asks for with data attributes of the script. */
export interface WidgetOptions {
  locale: string;
  /** Words that say what the page is about; suggestions are searched for with them. */
  context: string;
  /** Ground of the button, `#rrggbb`. */
  color: string;
  /** The corner: at the end or the start of a line of text. */
  position: 'end' | 'start';
}

/** Reads the data attributes; what is missing or wrong takes its default. `pageLanguage` is the page's `lang`. */
export function widgetOptions(
  data: Record<string, string | undefined>,
  pageLanguage: string,
  { defaultLocale, accent, labels }: WidgetBuild,
): WidgetOptions {
  const wished = (data.locale || pageLanguage).toLowerCase();
  const locale =
    [wished, wished.split('-')[0]!].find((code) => Object.hasOwn(labels, code)) ??
    Object.keys(labels).find((code) => code.split('-')[0] === wished.split('-')[0]) ??
    defaultLocale;
  return {
    locale,
    context: (data.context ?? '').trim().slice(0, 200),
    color: data.color && /^#[0-9a-f]{6}$/i.test(data.color) ? data.color : accent,
    position: data.position === 'start' ? 'start' : 'end',
  };
}

/** Black or white, whichever is easier to read on `#rrggbb` (relative luminance of WCAG 2). */
export function inkOn(color: string): '#000000' | '#ffffff' {
  const channel = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff';
}
