import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articlePath, categoryFolder, categoryPath } from '../../../../src/content/article-paths.ts';
import { pick, type Random, seededRandom } from '../../../../src/search/indexer/distil/seeded-random.ts';

/** A help center in memory: text or bytes by path below the content folder. */
export type Files = Map<string, string | Uint8Array>;

/** An article of a synthetic help center. */
export interface SyntheticArticle {
  file: string;
  id: string;
  category: string;
  slug: string;
  title: string;
  /** A word that no other article has. */
  subject: string;
}

const THINGS =
  'kettle lamp fan heater camera speaker doorbell thermostat mower vacuum printer scale router toaster blender projector freezer radio sprinkler charger dishwasher humidifier oven grill scooter drone piano telescope microscope tent kayak helmet backpack stroller treadmill aquarium greenhouse fireplace sauna elevator'.split(
    ' ',
  );
const TASKS = [
  ['clean', 'Clean it', 'a soft cloth', 'dust', 'care'],
  ['connect', 'Pair it', 'the home network', 'signal', 'setup'],
  ['reset', 'Restart it', 'the small button', 'settings', 'repair'],
  ['return', 'Send it back', 'the label in the box', 'parcel', 'orders'],
  ['store', 'Put it away', 'a dry room', 'moisture', 'seasons'],
] as const;
const PLACES = [
  'under the cover',
  'beside the hinge',
  'on the left side',
  'at the back',
  'near the handle',
  'below the display',
];
const ADVICE = [
  'Let it rest before the next step.',
  'A second person makes this easier.',
  'Keep the packaging for later.',
  'Daylight helps to see the marks.',
  'The manual shows a drawing of this part.',
  'Ask a neighbour to hold the other end.',
];

/**
 * The files of a help center that passes every check: `count` English articles (at most 200 differ in subject) in ten
 * categories, with headings, lists, a picture, a callout, a table, code and links. The same seed gives the same files.
 */
export function syntheticContent(count: number, seed: number): { files: Files; articles: SyntheticArticle[] } {
  const random = seededRandom(seed);
  const articles = Array.from({ length: count }, (_, index) => describe(index));
  const files: Files = new Map();
  files.set(
    'site.yaml',
    'form: 1\nname: Made\ndescription: { en: Help with every device., ko: 도움말입니다. }\nurl: https://help.example.com\ndefaultLocale: en\nlocales:\n  - { code: en, label: English }\n  - { code: ko, label: 한국어 }\ncontact:\n  channels:\n    - { type: email, label: Write to us, responseTime: Within a day, address: help@example.com }\n',
  );
  files.set('terms.yaml', 'en:\n  - { say: sign in, not: [log in] }\n  - { say: email, not: [e-mail] }\n');
  for (const category of new Set(articles.map((article) => article.category))) {
    files.set(categoryPath('en', category), `title: ${category}\ndescription: Everything about ${category}.\n`);
    files.set(
      `${categoryFolder('en', category)}/images/part.svg`,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    );
  }
  articles.forEach((article, index) => files.set(article.file, textOf(article, index, articles, random)));
  return { files, articles };
}

/** Writes a synthetic help center below `root`. */
export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

function describe(index: number): SyntheticArticle {
  const thing = THINGS[index % THINGS.length]!;
  const round = Math.floor(index / 200);
  const [task, , , , area] = TASKS[Math.floor(index / THINGS.length) % TASKS.length]!;
  const subject = `${thing}${round === 0 ? '' : ` series ${String.fromCharCode(96 + round)}`}`;
  const category = `${area}-${index % 2 === 0 ? 'indoors' : 'outdoors'}`;
  const slug = `${task}-${subject.replaceAll(' ', '-')}`;
  return {
    file: articlePath({ locale: 'en', category, slug }),
    id: slug,
    category,
    slug,
    title: `How do I ${task} the ${subject}?`,
    subject,
  };
}

function textOf(
  { id, title, subject, category }: SyntheticArticle,
  index: number,
  articles: readonly SyntheticArticle[],
  random: Random,
): string {
  const [task, command, tool, matter] = TASKS.find(([name]) => id.startsWith(`${name}-`))!;
  const next = articles[(index + 1) % articles.length]!;
  const far = articles[(index + 7) % articles.length]!;
  const link = next.category === category ? `${next.slug}.md` : `../${next.category}/${next.slug}.md`;
  return `---
title: ${title}
id: ${id}
description: ${command} with ${tool}; the ${subject} stays free of ${matter}.
related: [${far.id}]
keywords: [${subject} ${matter}]
updated: 2026-05-01
---

You ${task} the ${subject} with ${tool}, which lies ${pick(PLACES, random)}. ${pick(ADVICE, random)}

![The ${subject} seen from above](images/part.svg)

## Before you begin

- Unplug the ${subject}.
- Look ${pick(PLACES, random)} for ${matter}.

> [!NOTE]
> ${pick(ADVICE, random)}

## Step by step {#steps}

1. Open the ${subject} ${pick(PLACES, random)}.
2. ${command}, gently, with ${tool}.
3. Close the ${subject} again.

| Part | Look for |
| --- | --- |
| Cover of the ${subject} | ${matter} |

## Afterwards

\`\`\`
${subject.replaceAll(' ', '-')} --${task}
\`\`\`

Then [${next.title.replace('?', '')}](${link}#steps), or read [about the ${far.subject}](id:${far.id}). ${pick(ADVICE, random)}
`;
}
