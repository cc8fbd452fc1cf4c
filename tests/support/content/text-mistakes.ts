import { edit, inserting, type Mistake, replacing } from './mistake.ts';

const LONG =
  'If you have opened the case and find that the seal is worn and the screws are loose and the cover is bent and the paint is scratched and the label is gone then please write to us before you go on with anything else on this page.';

/** What goes wrong in the text: links, pictures, headings, blocks and words. */
export const textMistakes: Mistake[] = [
  {
    kind: 'a link to a file that is not there',
    rule: 'internal-link',
    plant: replacing(/\]\(([^)]*)\.md#steps\)/, ']($1s.md)'),
  },
  { kind: 'a link to an id that nobody has', mild: true, rule: 'internal-link', plant: replacing(/\(id:/, '(id:not-') },
  {
    kind: 'a link to a draft',
    rule: 'internal-link',
    plant: (ground) => {
      const { files, article } = ground;
      const draft = `articles/en/${article.category}/draft-of-${article.slug}.md`;
      files.set(
        draft,
        `---\ntitle: What comes after the ${article.subject} of ${article.slug}?\nid: draft-${article.slug}\ndescription: Not yet known.\ndraft: true\n---\n\nSoon.\n`,
      );
      return inserting(() => `See [what comes next](id:draft-${article.slug}).`)(ground);
    },
  },
  {
    kind: 'a heading of another article that is not there',
    rule: 'anchor',
    plant: replacing(/\.md#steps\)/, '.md#stages)'),
  },
  {
    kind: 'a heading of the page that is not there',
    mild: true,
    rule: 'anchor',
    plant: inserting(() => 'Continue with [the end](#afterward).'),
  },
  {
    kind: 'an address with a slip',
    mild: true,
    rule: 'link-address',
    plant: inserting(() => 'The maker tells more at [its page](htps://example.org/more).'),
  },
  {
    kind: 'an address with spaces',
    mild: true,
    rule: 'link-address',
    plant: inserting(() => 'The maker has [a list of parts](https://example.org/list of parts.pdf).'),
  },
  {
    kind: 'a link called here',
    mild: true,
    rule: 'link-text',
    plant: inserting(({ article }) => `For more, click [here](id:${article.id}).`),
  },
  {
    kind: 'a picture that is not there',
    mild: true,
    rule: 'image-file',
    plant: replacing(/images\/part\.svg/, 'images/parts.svg'),
  },
  { kind: 'a picture without words', mild: true, rule: 'image-alt', plant: replacing(/!\[[^\]]*\]/, '![]') },
  {
    kind: 'a heading that skips a level',
    mild: true,
    rule: 'heading-order',
    plant: inserting(() => '#### A closer look'),
  },
  {
    kind: 'a heading on the level of the title',
    rule: 'heading-order',
    plant: inserting(({ article }) => `# All about the ${article.subject}`),
  },
  { kind: 'a frame', rule: 'raw-html', plant: inserting(() => '<iframe src="https://video.example/1"></iframe>') },
  { kind: 'a handler of clicks', rule: 'raw-html', plant: inserting(() => '<kbd onclick="go()">Enter</kbd>') },
  { kind: 'a block of an unknown name', rule: 'directive', plant: inserting(() => ':::danger\nHot surface.\n:::') },
  { kind: 'a callout of an unknown name', rule: 'directive', plant: inserting(() => '> [!NOTTE]\n> Use gloves.') },
  {
    kind: 'steps without numbers',
    mild: true,
    rule: 'directive',
    plant: inserting(() => ':::steps\n- Unplug the lamp.\n- Let it cool.\n:::'),
  },
  {
    kind: 'a table without its line of dashes',
    mild: true,
    rule: 'table',
    plant: inserting(() => '| Lamp | Watts |\n| Big  | 40    |'),
  },
  {
    kind: 'a variable that nobody filled in',
    mild: true,
    rule: 'leftover',
    plant: inserting(() => 'It costs {{price}}.'),
  },
  { kind: 'a block that never ends', rule: 'unclosed', plant: inserting(() => ':::tip\nUse gloves.') },
  {
    kind: 'code that never ends',
    rule: 'unclosed',
    plant: (ground) =>
      edit(ground, (lines) => {
        lines.splice(lines.lastIndexOf('```'), 1);
        return lines.indexOf('```') + 1;
      }),
  },
  { kind: 'a word not to say', mild: true, rule: 'terms', plant: inserting(() => 'Log in to see the list of parts.') },
  { kind: 'a sentence without end', mild: true, rule: 'length', plant: inserting(() => LONG) },
  {
    kind: 'no text',
    rule: 'empty-article',
    plant: (ground) =>
      edit(ground, (lines) => {
        lines.splice(lines.indexOf('---', 1) + 1);
        return lines.length + 1;
      }),
  },
  { kind: 'quotes within quotes without end', rule: 'markdown', plant: inserting(() => `${'> '.repeat(70)}why`) },
];
