import fc from 'fast-check';
import { anyCharacter } from '../any-character.ts';
import { bomb, hostileName, hostileText } from '../import/hostile.ts';

/** Bytes of a file, with what its kind is for a message when it is not dealt with. */
export interface HostileFile {
  kind: string;
  bytes: Buffer;
}

const value = fc.oneof(
  hostileName,
  hostileText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.date({ noInvalidDate: false }).map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    '*x',
    '&x [*x]',
    '!!binary x',
    '!!js/function "x"',
    '|',
    '>',
    '? :',
    '- -',
    '{',
    '[',
    '"',
    "'",
    '0x1f',
    '1e999',
    '.nan',
    '~',
    '<<: *x',
    '@',
    '`',
  ),
);
const fieldName = fc.constantFrom(
  'title',
  'id',
  'description',
  'updated',
  'related',
  'keywords',
  'section',
  'aliases',
  'draft',
  'unlisted',
  'publish_at',
  'expires_at',
  'owner',
  'review_by',
  'source_hash',
  '__proto__',
  'constructor',
  '<<',
  '? a',
  'x'.repeat(3000),
);
const asYaml = (content: unknown): string =>
  typeof content === 'string' && content.length % 2 === 0 ? content : (JSON.stringify(content) ?? 'null');

const body = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: bomb },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 400 }) },
);
const oddFields = fc
  .array(fc.tuple(fieldName, value), { maxLength: 8 })
  .map((fields) => fields.map(([name, content]) => `${name}: ${asYaml(content)}`).join('\n'));
const wholeFields = (seed: string): string =>
  `title: ${JSON.stringify(`What about ${seed}?`)}\nid: h-${seed}\ndescription: A sentence about ${seed}.`;

/** What a folder of articles may hold by accident, by a bad paste or by malice. `name` must be unique: it becomes the id of files that are articles. */
export function hostileFile(name: string): fc.Arbitrary<HostileFile> {
  const text = (kind: string, from: fc.Arbitrary<string>): fc.Arbitrary<HostileFile> =>
    from.map((content) => ({ kind, bytes: Buffer.from(content) }));
  return fc.oneof(
    {
      weight: 5,
      arbitrary: text(
        'odd text below right front matter',
        body.map((content) => `---\n${wholeFields(name)}\n---\n\n${content}\n`),
      ),
    },
    {
      weight: 3,
      arbitrary: text(
        'odd front matter',
        fc.tuple(oddFields, body).map(([fields, content]) => `---\n${fields}\n---\n${content}`),
      ),
    },
    {
      weight: 2,
      arbitrary: text(
        'right fields and odd ones',
        fc.tuple(oddFields, body).map(([fields, content]) => `---\n${wholeFields(name)}\n${fields}\n---\n${content}`),
      ),
    },
    { weight: 1, arbitrary: text('no front matter', body) },
    {
      weight: 1,
      arbitrary: text(
        'front matter cut off',
        fc.nat(60).map((length) => `---\n${wholeFields(name)}\n---\n`.slice(0, length)),
      ),
    },
    {
      weight: 1,
      arbitrary: text(
        'line ends of other systems',
        body.map((content) => `\uFEFF---\r${wholeFields(name).replaceAll('\n', '\r')}\r---\r\n${content}`),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.uint8Array({ maxLength: 600 }).map((bytes) => ({ kind: 'bytes', bytes: Buffer.from(bytes) })),
    },
    {
      weight: 1,
      arbitrary: body.map((content) => ({ kind: 'UTF-16', bytes: Buffer.from(`\uFEFF${content}`, 'utf16le') })),
    },
    {
      weight: 1,
      arbitrary: text(
        'YAML that grows',
        fc
          .integer({ min: 3, max: 12 })
          .map(
            (depth) =>
              `---\na0: &a0 [x]\n${Array.from({ length: depth }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`).join('\n')}\n---\ntext`,
          ),
      ),
    },
  );
}
