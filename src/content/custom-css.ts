import { type Dependency, transform, type Warning } from 'lightningcss';
import { cssNesting, DEEPEST, type Point } from './css-nesting.ts';
import type { Problem } from './types.ts';

/** Where owners write their own rules. */
export const CUSTOM_CSS = 'theme/custom.css';

/** Larger than what anybody writes by hand; every visitor fetches it before a page is drawn. */
const LARGEST = 100 * 1024;
/** A file with more mistakes has the same one again and again. */
const MOST_PROBLEMS = 100;
/** Functions that take an address as a text. */
const ADDRESSING = /^(-webkit-)?(image-set|image|src)$/i;

/** A mistake in the sheet. */
type Finding = Pick<Problem, 'line' | 'found' | 'expected' | 'remedy'> & { column?: number };

/** A file that the sheet names. */
export interface NamedFile {
  /** The address as it is written. */
  url: string;
  /** What stands in its place in `code`. */
  placeholder: string;
  line: number;
  column: number;
}

export interface CustomCss {
  /** The rules, minified, with a placeholder in the place of each file's address. */
  code: string;
  /** What is to be copied. `data:` pictures and `#parts` of a page are none, and are in `code` already. */
  files: NamedFile[];
  /** Custom properties that it sets and does not read, without the dashes. */
  unread: string[];
  findings: Finding[];
}

/**
 * Reads an owner's sheet with Lightning CSS, with which Vite minifies our own. What is kept was understood as rules and
 * written anew, so nothing in it can close the layer that is put around it.
 */
export function parseCustomCss(text: string): CustomCss {
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGEST) return failed(tooLarge(bytes));
  const nesting = cssNesting(text);
  if (nesting.tooDeep) return failed(tooDeep(nesting.tooDeep));
  const [set, read] = [new Set<string>(), new Set<string>()];
  const findings: Finding[] = [];
  try {
    const { code, dependencies, warnings } = transform({
      filename: CUSTOM_CSS,
      code: Buffer.from(text),
      analyzeDependencies: true,
      errorRecovery: true,
      minify: true,
      visitor: {
        Declaration: {
          custom: ({ name }) => void (name.startsWith('--') && set.add(name.slice(2))),
        },
        Variable: ({ name }) => void read.add(name.ident.slice(2)),
        Function: ({ name, arguments: parts }) => {
          if (!ADDRESSING.test(name)) return;
          for (const part of parts)
            if (part.type === 'token' && part.value.type === 'string')
              findings.push(addressAsText(text, part.value.value));
        },
      },
    });
    const found = addresses(dependencies ?? [], code.toString());
    findings.push(...warnings.map(misunderstood), ...found.findings);
    findings.push(...nesting.unclosed.map(unclosed));
    return {
      code: found.code,
      files: found.files,
      unread: [...set].filter((name) => !read.has(name)),
      findings: findings.slice(0, MOST_PROBLEMS),
    };
  } catch (error) {
    return failed(unreadable(error));
  }
}

function addresses(dependencies: Dependency[], code: string): Pick<CustomCss, 'code' | 'files' | 'findings'> {
  const files: NamedFile[] = [];
  const findings: Finding[] = [];
  let written = code;
  for (const dependency of dependencies) {
    if (dependency.type !== 'import' && dependency.type !== 'url') continue;
    const { url, placeholder, loc } = dependency;
    const point = loc.start;
    if (dependency.type === 'import') findings.push(imported(url, point));
    else if (/^(#|data:image\/)/i.test(url)) written = written.replace(placeholder, () => cssString(url));
    else if (isElsewhere(url)) findings.push(elsewhere(`url(${url})`, point));
    else if (/^[\w+.-]*:|^\/|\\/.test(url)) findings.push(notBeside(url, point));
    else files.push({ url, placeholder, ...point });
  }
  return { code: written, files, findings };
}

/** Whether an address has an origin of its own, as browsers read it. */
function isElsewhere(url: string): boolean {
  return /^\s*(https?:|wss?:|ftp:)|^\s*[/\\]{2}/i.test(url);
}

/** The text as it may stand between the quotes of a CSS string. */
function cssString(text: string): string {
  return text.replace(/["\\\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `);
}

function failed(finding: Finding): CustomCss {
  return { code: '', files: [], unread: [], findings: [finding] };
}

function tooLarge(bytes: number): Finding {
  return {
    line: 1,
    found: `${Math.round(bytes / 1024)} kB`,
    expected: `at most ${LARGEST / 1024} kB, since every page waits for it`,
    remedy: 'Take out what is not needed, and give pictures files of their own beside it.',
  };
}

function imported(url: string, { line, column }: { line: number; column: number }): Finding {
  if (isElsewhere(url)) return elsewhere(`@import of ${url}`, { line, column });
  return {
    line,
    column,
    found: `@import of ${url}`,
    expected: 'all rules in this one file, which takes one request',
    remedy: `Write the rules of ${url} here.`,
  };
}

function elsewhere(found: string, point: { line: number; column: number }): Finding {
  return {
    ...point,
    found: `${found}, another site`,
    expected: 'files of this site alone: its Content-Security-Policy has browsers refuse all others',
    remedy:
      'Put a copy of the file into theme/ and name it by its path from there; fonts belong in fonts of site.yaml.',
  };
}

function notBeside(url: string, point: { line: number; column: number }): Finding {
  return {
    ...point,
    found: `url(${url})`,
    expected: 'the path of a file within theme/, such as url(pattern.svg), or a picture as data:image/…',
    remedy: 'Put the file into theme/ and name it by its path from there.',
  };
}

function addressAsText(text: string, url: string): Finding {
  const at = text.slice(0, Math.max(text.indexOf(url), 0)).split('\n').length;
  return {
    line: at,
    found: `the address "${url}" as a text`,
    expected: 'addresses as url(…), which are looked up and copied',
    remedy: `Write url(${JSON.stringify(url)}) in the property that shows the picture.`,
  };
}

function misunderstood({ message, loc }: Warning): Finding {
  return {
    line: loc.line,
    column: loc.column,
    found: `a rule that is not understood (${message})`,
    expected: 'rules of CSS, each as selector { property: value; }',
    remedy: 'Mend or remove it; a brace too many or a missing selector is the usual cause.',
  };
}

function unclosed(point: Point): Finding {
  return {
    ...point,
    found: 'the beginning of a block, text or comment that is never closed',
    expected: 'as many closing braces as opening ones, and each text and comment ended',
    remedy: 'Add what is missing; until then all that follows counts as part of it.',
  };
}

function tooDeep(point: Point): Finding {
  return {
    ...point,
    found: `more than ${DEEPEST} blocks or brackets within each other`,
    expected: 'rules that a person can follow',
    remedy: 'Close what is open above this place, or remove it.',
  };
}

function unreadable(error: unknown): Finding {
  const { message = String(error), loc, data } = error as Partial<Warning> & { data?: { type?: string } };
  if (data?.type === 'AmbiguousUrlInCustomProperty')
    return {
      line: loc?.line ?? 1,
      ...(loc && { column: loc.column }),
      found: 'a url() in a custom property',
      expected: 'url() where it is used: browsers look it up from there, not from this file',
      remedy: 'Write it into the property that shows the picture, such as background-image.',
    };
  return {
    line: loc?.line ?? 1,
    ...(loc && { column: loc.column }),
    found: `text that cannot be read as CSS (${message})`,
    expected: 'rules of CSS',
    remedy: 'Mend or remove what is named.',
  };
}
