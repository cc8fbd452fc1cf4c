import {
  type Component,
  type ComponentRule,
  escapeText,
  type MdxWriter,
  markdownAddress,
  textProperty,
} from './component.ts';

const cards = /^(?:card|linkcard|doccard|docscard|tile|cardlink|featurecard|herocard|navcard|quicklink)$/;
const buttons = /^(?:button|linkbutton|ctabutton|cta|link|a|navlink|anchor|externallink|docslink)$/;

/** Cards and links. */
export const cardRule: ComponentRule = (component, writer) => {
  if (cards.test(component.key)) return card(component, writer);
  return buttons.test(component.key) ? link(component, writer) : undefined;
};

function addressOf(component: Component, writer: MdxWriter): string | undefined {
  const url = textProperty(component, 'href', 'to', 'link', 'url', 'path');
  return url === undefined ? undefined : markdownAddress(writer.address(url));
}

/** An entry of a list: its title as the link, with its text below. */
function card(component: Component, writer: MdxWriter): string {
  const title = textProperty(component, 'title', 'label', 'name', 'heading', 'header');
  const url = addressOf(component, writer);
  const picture = textProperty(component, 'img', 'image', 'src');
  const words = textProperty(component, 'description', 'text', 'subtitle', 'content');
  const body = [
    picture && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(picture)
      ? `![](${markdownAddress(writer.address(picture))})`
      : '',
    words && escapeText(words),
    writer.flow(component.children).trim(),
    textProperty(component, 'cta', 'linkText', 'buttonText'),
  ].filter(Boolean);
  const head =
    title === undefined
      ? url === undefined
        ? body.shift()
        : linked(body.shift() ?? url, url)
      : url === undefined
        ? `**${escapeText(title)}**`
        : `[${escapeText(title)}](${url})`;
  return `\n\n- ${indented([head ?? '', ...body].join('\n\n'))}\n\n`;
}

/** Words as a link; words with a link in them, or of several blocks, are followed by it. */
function linked(words: string, url: string): string {
  return /\]\(|\n|<a\b/.test(words.replace(/!\[[^\]]*\]\([^)]*\)/g, ''))
    ? `${words}\n\n[${url}](${url})`
    : `[${words}](${url})`;
}

function indented(text: string): string {
  return text.trim().replace(/\n(?=[^\n])/g, '\n  ');
}

function link(component: Component, writer: MdxWriter): string {
  const url = addressOf(component, writer);
  const own = writer.line(component.children).trim();
  const words =
    own || escapeText(textProperty(component, 'children', 'label', 'text', 'title', 'name', 'aria-label') ?? '');
  const id = textProperty(component, 'id', 'name');
  if (url === undefined)
    return id !== undefined && component.key === 'a' ? `<a id="${id.replaceAll('"', '')}"></a>${words}` : words;
  return linked(words || url, url);
}
