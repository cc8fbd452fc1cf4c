import { edit, field, type Mistake, replacing } from './mistake.ts';

/** What goes wrong between the two lines of ---. */
export const frontMatterMistakes: Mistake[] = [
  {
    kind: 'no title',
    rule: 'front-matter',
    plant: (ground) =>
      edit(ground, (lines) => {
        lines.splice(1, 1);
        return 2;
      }),
  },
  { kind: 'a field misspelt', rule: 'front-matter', plant: replacing(/^keywords:/, 'keyword:') },
  { kind: 'a day that does not exist', rule: 'front-matter', plant: replacing(/^updated:.*/, 'updated: 2026-02-30') },
  { kind: 'a word for yes or no', rule: 'front-matter', plant: field(() => 'draft: nearly') },
  { kind: 'an id with capitals', rule: 'front-matter', plant: replacing(/^id: (.)/, 'id: My $1') },
  { kind: 'a colon in a value', rule: 'yaml', plant: replacing(/^title: /, 'title: Answer: ') },
  { kind: 'a field twice', rule: 'yaml', plant: field(({ article }) => `id: ${article.id}`) },
  {
    kind: 'front matter that never ends',
    rule: 'front-matter',
    plant: (ground) =>
      edit(ground, (lines) => {
        lines.splice(lines.indexOf('---', 1), 1);
        return 1;
      }),
  },
  {
    kind: 'the id of another article',
    other: 'before',
    rule: 'duplicate-id',
    plant: (ground) => replacing(/^id: .*/, `id: ${ground.other.id}`)(ground),
  },
  {
    kind: 'related to an id that nobody has',
    mild: true,
    rule: 'named-ids',
    plant: replacing(/^related: .*/, 'related: [polish-the-moon]'),
  },
  {
    kind: 'the address of a page as alias',
    other: 'after',
    rule: 'redirects',
    plant: field(({ other }) => `aliases: [/en/${other.category}/${other.slug}]`),
  },
  { kind: 'a review that is due', mild: true, rule: 'freshness', plant: field(() => 'review_by: 2026-04-30') },
  {
    kind: 'expired before it is published',
    rule: 'freshness',
    plant: (ground) => {
      field(() => 'publish_at: 2026-09-01')(ground);
      return field(() => 'expires_at: 2026-08-01')(ground);
    },
  },
  {
    kind: 'the title of another article',
    other: 'before',
    rule: 'titles',
    plant: (ground) => replacing(/^title: .*/, `title: ${ground.other.title}`)(ground),
  },
  { kind: 'a title that says nothing', rule: 'titles', plant: replacing(/^title: .*/, 'title: General information') },
];
