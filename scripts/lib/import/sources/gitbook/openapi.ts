import { parse } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { ownValue } from '../../../../../src/site/own-value.ts';
import { escaped } from '../dialect/plain-text.ts';
import { isRecord, type RawRecord, recordsIn } from '../records.ts';

/**
 * What a description in OpenAPI or Swagger (JSON or YAML) says about one operation, for people: its summary, its
 * description, its parameters, and its answers. Undefined when the text describes no such operation.
 */
export function operationMarkdown(text: string, path: string, method: string): string | undefined {
  const root = document(text);
  const paths = root && record(root.paths);
  const shared = paths && record(ownValue(paths, path));
  const operation = shared && record(ownValue(shared, method || (Object.keys(shared)[0] ?? '')));
  if (!root || !shared || !operation) return undefined;
  const parameters = [...recordsIn(shared.parameters), ...recordsIn(operation.parameters)].map((one) =>
    resolved(one, root),
  );
  const body = record(operation.requestBody);
  const answers = record(operation.responses) ?? {};
  const lines = [
    words(operation.summary) && `## ${escaped(words(operation.summary))}`,
    `\`${method.toUpperCase()}\` \`${serverOf(root)}${path}\``,
    words(operation.description),
    parameters.length > 0 && `**Parameters**\n\n${parameters.map(parameter).join('\n')}`,
    body && words(resolved(body, root).description) && `**Request body**\n\n${words(resolved(body, root).description)}`,
    Object.keys(answers).length > 0 &&
      `**Responses**\n\n${Object.entries(answers)
        .map(([status, answer]) =>
          `- **${escaped(status)}** ${words(isRecord(answer) ? resolved(answer, root).description : '')}`.trimEnd(),
        )
        .join('\n')}`,
  ];
  return lines.filter(Boolean).join('\n\n');
}

function document(text: string): RawRecord | undefined {
  if (yamlExcess(text)) return undefined;
  try {
    const value: unknown = parse(text, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' });
    return record(value);
  } catch {
    return undefined;
  }
}

function parameter(one: RawRecord): string {
  const schema = record(one.schema);
  const facts = [words(one.in), words(one.type ?? schema?.type), one.required === true ? 'required' : ''].filter(
    Boolean,
  );
  const description = words(one.description ?? schema?.description);
  const lead = `- **${escaped(words(one.name))}**${facts.length > 0 ? ` (${escaped(facts.join(', '))})` : ''}`;
  return `${lead}${description ? `: ${description.replace(/\n/g, '\n  ')}` : ''}`;
}

/** What `{"$ref": "#/components/parameters/Limit"}` refers to. */
function resolved(one: RawRecord, root: RawRecord): RawRecord {
  const path = typeof one.$ref === 'string' && one.$ref.startsWith('#/') ? one.$ref.slice(2).split('/') : undefined;
  if (!path) return one;
  let value: unknown = root;
  for (const name of path)
    value = isRecord(value) ? ownValue(value, name.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined;
  return record(value) ?? one;
}

function serverOf(root: RawRecord): string {
  const [server] = recordsIn(root.servers);
  if (server) return words(server.url).replace(/\/$/, '');
  return words(root.host) ? `https://${words(root.host)}${words(root.basePath)}` : '';
}

function record(value: unknown): RawRecord | undefined {
  return isRecord(value) ? value : undefined;
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
