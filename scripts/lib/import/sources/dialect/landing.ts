import { isRecord, recordsIn } from '../records.ts';
import { encodedAddress, escaped } from './plain-text.ts';

/**
 * What a landing page says above its text: `hero` and `features` of VitePress, `hero` of Starlight, `heroText` and the like
 * of VuePress.
 */
export function landingMarkdown(front: Record<string, unknown>): string {
  const isLanding = front.layout === 'home' || front.home === true || isRecord(front.hero);
  if (!isLanding) return '';
  const hero = isRecord(front.hero) ? front.hero : {};
  const name = words(hero.name) ?? words(hero.title) ?? words(front.heroText);
  const text = words(hero.text);
  const features = recordsIn(front.features);
  const [title, below] = name === undefined ? [text, undefined] : [name, text];
  // A page of its own title has this one below it.
  const head = words(front.title) === undefined ? `# ${escaped(title ?? '')}` : `**${escaped(title ?? '')}**`;
  return [
    title && title !== words(front.title) && head,
    picture(hero.image ?? front.heroImage, words(front.heroAlt)),
    below && inline(below),
    (words(hero.tagline) ?? words(front.tagline)) && inline(words(hero.tagline) ?? words(front.tagline) ?? ''),
    actions(front, hero),
    features.map(feature).join('\n\n'),
    words(front.footer) && inline(words(front.footer) ?? ''),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Buttons become a list of links. */
function actions(front: Record<string, unknown>, hero: Record<string, unknown>): string {
  const single = [{ text: front.actionText, link: front.actionLink }];
  return recordsIn([hero.actions, front.actions].find(Array.isArray) ?? single)
    .flatMap((action) => {
      const text = words(action.text);
      if (text === undefined) return [];
      const link = words(action.link);
      return [`- ${link === undefined ? inline(text) : `[${escaped(text)}](${encodedAddress(link)})`}`];
    })
    .join('\n');
}

function feature(one: Record<string, unknown>): string {
  const title = words(one.title);
  const link = words(one.link);
  // A sign is part of what readers saw; the source of a drawing is not.
  const icon = typeof one.icon === 'string' && !/[<./]/.test(one.icon) ? `${one.icon.trim()} ` : '';
  const head = title === undefined ? '' : `**${inline(title)}**`;
  const shown = head && link !== undefined ? `[${head}](${encodedAddress(link)})` : head;
  return [
    `${icon}${shown}`.trim(),
    picture(one.icon, undefined),
    words(one.details) && inline(words(one.details) ?? ''),
    words(one.linkText) &&
      (link === undefined ? words(one.linkText) : `[${escaped(words(one.linkText) ?? '')}](${encodedAddress(link)})`),
  ]
    .filter(Boolean)
    .map((part, index) => `${index === 0 ? '- ' : '  '}${part}`)
    .join('\n\n');
}

/** A picture, by its address or with a text; of two for light and dark pages the light one. */
function picture(image: unknown, alt: string | undefined): string {
  if (typeof image === 'string')
    return /[./]/.test(image) && !image.includes('<') ? `![${escaped(alt ?? '')}](${encodedAddress(image)})` : '';
  if (!isRecord(image)) return '';
  const source =
    words(image.src) ??
    words(image.file) ??
    words(image.light) ??
    words(image.dark) ??
    (isRecord(image.src) ? words(image.src.light) : undefined);
  return source === undefined ? '' : `![${escaped(words(image.alt) ?? alt ?? '')}](${encodedAddress(source)})`;
}

/** These fields may hold HTML; all other signs are words. */
function inline(text: string): string {
  return text.replace(/([\\`*_[\]#|~])/g, '\\$1').replace(/\s+/g, ' ');
}

function words(value: unknown): string | undefined {
  return (typeof value === 'string' && value.trim()) || typeof value === 'number' ? String(value).trim() : undefined;
}
