import { type CSSToken, mirrorVariantType, ParseErrorMessage, TokenType, tokenizer } from '@csstools/css-tokenizer';

/** Blocks and brackets within each other: thousands of them have the parser, which is native code, end the whole process. */
export const DEEPEST = 32;

/** A place in a text, 1-based. */
export interface Point {
  line: number;
  column: number;
}

interface Nesting {
  /** Where blocks and brackets lie too deep within each other; nothing after it was looked at. */
  tooDeep?: Point;
  /** Where what is never closed begins. */
  unclosed: Point[];
}

const OPENING: ReadonlySet<TokenType> = new Set([
  TokenType.OpenCurly,
  TokenType.OpenParen,
  TokenType.OpenSquare,
  TokenType.Function,
]);
const UNENDED: ReadonlySet<string> = new Set([
  ParseErrorMessage.UnexpectedNewLineInString,
  ParseErrorMessage.UnexpectedEOFInString,
  ParseErrorMessage.UnexpectedEOFInComment,
  ParseErrorMessage.UnexpectedEOFInURL,
]);

/** How the blocks and brackets of a sheet lie within each other. Of the tokens of CSS Syntax 3, so that none hides in a text, comment or escape. */
export function cssNesting(text: string): Nesting {
  const unclosed: Point[] = [];
  const tokens = tokenizer(
    { css: text },
    { onParseError: ({ message, sourceStart }) => UNENDED.has(message) && unclosed.push(pointAt(text, sourceStart)) },
  );
  const open: CSSToken[] = [];
  while (!tokens.endOfFile()) {
    const token = tokens.nextToken();
    const last = open.at(-1);
    if (OPENING.has(token[0])) open.push(token);
    else if (last && closingOf(last) === token[0]) open.pop();
    if (open.length > DEEPEST) return { tooDeep: pointAt(text, token[2]), unclosed };
  }
  // What is open within it was swallowed by it.
  const [outermost] = open;
  if (outermost) unclosed.push(pointAt(text, outermost[2]));
  return { unclosed };
}

function closingOf([type]: CSSToken): TokenType | null {
  return type === TokenType.Function ? TokenType.CloseParen : mirrorVariantType(type);
}

function pointAt(text: string, offset: number): Point {
  const lines = text.slice(0, offset).split(/\r\n?|[\n\f]/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
