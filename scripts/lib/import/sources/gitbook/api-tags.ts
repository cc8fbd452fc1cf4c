import { escaped, inOneLine } from '../dialect/plain-text.ts';
import type { Note } from '../source.ts';
import { operationMarkdown } from './openapi.ts';
import type { Tag } from './tags.ts';

/** A tag of the description of an interface, with the Markdown in it. */
export interface ApiTag extends Tag {
  body: string;
}

interface Around {
  read(address: string): Promise<string | undefined>;
  notes: Note[];
}

/** Headings above lists of parameters, by the last word of the tag or by `in`. */
const kinds: Record<string, string> = {
  'api-method-path-parameters': 'Path parameters',
  'api-method-query-parameters': 'Query parameters',
  'api-method-headers': 'Headers',
  'api-method-body-parameters': 'Body parameters',
  'api-method-form-data-parameters': 'Form data',
};

export function isApiTag(name: string): boolean {
  return /^(?:swagger|api-method|openapi)(?:-|$)/.test(name);
}

/**
 * The description of a request to a server: its name, method and address, what may be sent and what comes back. All
 * that writers put between the tags stays; what stood in a file of OpenAPI is read from there.
 */
export async function apiMarkdown(tag: ApiTag, around: Around): Promise<string> {
  const { name, named, body } = tag;
  if (named.src !== undefined || name.startsWith('openapi')) return described(tag, around);
  switch (name) {
    case 'swagger':
    case 'api-method': {
      const address = `${named.baseUrl ?? named.baseurl ?? named.host ?? ''}${named.path ?? ''}`;
      const line = `\`${(named.method ?? 'get').toUpperCase()}\`${address ? ` \`${address}\`` : ''}`;
      // In the older form the name of it stands in a tag of its own, which comes first.
      const [, heading = '', rest = body] = /^\s*(## [^\n]+)\n([\s\S]*)$/.exec(body) ?? [];
      const above = named.summary ? `## ${escaped(named.summary)}` : heading;
      return blocks(above, line, named.summary ? body : rest);
    }
    case 'api-method-summary':
      return blocks(`## ${inOneLine(body)}`);
    case 'api-method-parameter':
    case 'swagger-parameter': {
      const facts = [named.in, named.type, named.required === 'true' ? 'required' : ''].filter(Boolean);
      const lead = `- **${escaped(named.name ?? '')}**${facts.length > 0 ? ` (${escaped(facts.join(', '))})` : ''}`;
      const text = [named.description && escaped(named.description), body].filter(Boolean).join('\n\n');
      return `\n${lead}${text ? `: ${text.replace(/\n/g, '\n  ')}` : ''}\n`;
    }
    case 'api-method-response-example':
      return blocks(`**${named.httpCode ?? ''}**`, body);
    case 'swagger-response':
      return blocks(
        `**${[named.status, named.description]
          .filter(Boolean)
          .map((text) => escaped(text ?? ''))
          .join(' ')}**`,
        body,
      );
    default:
      return blocks(kinds[name] ? `**${kinds[name]}**` : '', body);
  }
}

/** An operation that a file describes. What stands between the tags is the name of that file. */
async function described({ named, plain, body, source }: ApiTag, { read, notes }: Around): Promise<string> {
  const address = named.src ?? plain[0] ?? /\]\(([^()\s]{1,500})/.exec(body)?.[1] ?? '';
  const path = named.path ?? '';
  const method = (named.method ?? '').toLowerCase();
  const text = address && !/^https?:/i.test(address) ? await read(address) : undefined;
  const written = text === undefined ? undefined : operationMarkdown(text, path, method);
  if (written !== undefined) return blocks(written);
  notes.push({
    level: 'lost',
    kind: 'api-description-missing',
    detail: `${source.replace(/\s+/g, ' ').slice(0, 160)}: readers saw what a file of OpenAPI says about it, which is not among the files`,
  });
  const link = /^https?:/i.test(address) ? body || `<${address}>` : '';
  return blocks([method && `\`${method.toUpperCase()}\``, path && `\`${path}\``].filter(Boolean).join(' '), link);
}

function blocks(...parts: string[]): string {
  return `\n\n${parts.filter((part) => part.trim()).join('\n\n')}\n\n`;
}
