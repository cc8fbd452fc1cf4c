import { fingerprint } from '../../../src/content/fingerprint.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { type FileLine, type Ground, inserting, type Mistake } from './mistake.ts';

/** What goes wrong between files: places, names, bytes, translations, and two articles that disagree. */
export const folderMistakes: Mistake[] = [
  {
    kind: 'a folder too deep',
    rule: 'place',
    plant: (ground) => moved(ground, `articles/en/${ground.article.category}/more/${ground.article.slug}.md`),
  },
  {
    kind: 'a name with spaces and capitals',
    rule: 'address',
    plant: (ground) => moved(ground, `articles/en/${ground.article.category}/My ${ground.article.slug}.md`),
  },
  { kind: 'a file that is not UTF-8', rule: 'readable', plant: notUtf8 },
  { kind: 'a translation of an older text', rule: 'translation', plant: outdated },
  {
    kind: 'another number than another article',
    other: 'after',
    rule: 'contradiction',
    plant: (ground) =>
      disagreeing(
        ground,
        `The warranty of the ${ground.article.subject} ends after 24 months.`,
        `The warranty of the ${ground.article.subject} ends after 18 months.`,
      ),
  },
  {
    kind: 'the opposite of another article',
    other: 'after',
    rule: 'contradiction',
    plant: (ground) =>
      disagreeing(
        ground,
        `Guests may operate the ${ground.article.subject} alone.`,
        `Guests may not operate the ${ground.article.subject} alone.`,
      ),
  },
];

function moved({ files, article }: Ground, to: string): FileLine {
  files.set(to, files.get(article.file)!);
  files.delete(article.file);
  return { file: to, line: 1 };
}

function notUtf8({ files, article }: Ground): FileLine {
  const text = String(files.get(article.file)).replace('## Afterwards', '## Später');
  files.set(article.file, Buffer.from(text, 'latin1'));
  return { file: article.file, line: text.slice(0, text.indexOf('## Später')).split('\n').length };
}

/** A Korean translation is made, then the English text changes. */
function outdated({ files, article }: Ground): FileLine {
  const text = String(files.get(article.file));
  const [, description = ''] = /^description: (.*)$/m.exec(text) ?? [];
  const { body, bodyLine } = splitFrontMatter(text);
  const file = article.file.replace('articles/en/', 'articles/ko/');
  files.set(file.replace(/[^/]+$/, '_category.yaml'), 'title: 도움말\ndescription: 도움말입니다.\n');
  files.set(
    file,
    `---\ntitle: ${article.subject} 도움말\nid: ${article.id}\ndescription: 도움말입니다.\nsource_hash: ${fingerprint({ title: article.title, description, body, bodyLine, file: article.file }, {})}\n---\n\n이 문서는 번역입니다.\n`,
  );
  files.set(article.file, text.replace('Unplug the', 'Switch off and unplug the'));
  return { file, line: 5 };
}

/** One sentence here, its contradiction in another article; the report stands at the first of the two. */
function disagreeing(ground: Ground, here: string, there: string): FileLine {
  inserting(() => there)({ ...ground, article: ground.other });
  return inserting(() => here)(ground);
}
