import { expect, test } from 'vitest';
import { nameVariants } from '../../../src/markdown/name-variants.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { variantsSchema } from '../../../src/schemas/variants.ts';

const variants = {
  defaultLocale: 'en',
  choices: variantsSchema.parse({
    device: {
      label: 'Device',
      values: { ios: { label: 'iPhone' }, android: { label: { en: 'Android', ko: '안드로이드' } } },
    },
  }),
};

test('A text for some says in words whom it is for where no page shows it', () => {
  const text = `Before.

:::for{device=android}
Hold the button.
:::

1. Open the app.

   :::for{device="ios android"}
   - Tap it.
   :::

> :::for[On a watch]{device=ios}
> Raise it.
> :::

::::tabs
:::tab[By *card*]
| A | B |
|---|---|
| 1 | 2 |
:::
:::tab{device=ios}
Text.
:::
::::

\`\`\`text
:::for{device=ios}
\`\`\`
`;
  expect(nameVariants(text, 'ko', variants)).toBe(`Before.

**안드로이드:**
Hold the button.


1. Open the app.

   **iPhone 또는 안드로이드:**

   - Tap it.
   

> **On a watch:**
> Raise it.
> 


**By card:**

| A | B |
|---|---|
| 1 | 2 |

**iPhone:**
Text.



\`\`\`text
:::for{device=ios}
\`\`\`
`);
});

test('A text for everybody stays as it is, and what never ends loses nothing', () => {
  for (const text of ['Text.\n\n:::note\nNote.\n:::\n', '10:30 std::vector', ''])
    expect(nameVariants(text, 'en', variants)).toBe(text);
  const open = nameVariants(':::for{device=ios}\nText.\n\n:::tab\nMore.', 'en', variants);
  expect(parseMarkdown(open, 'articles/en/a/b.md').sections.map(({ text: said }) => said)).toEqual([
    'iPhone: Text.\nMore.',
  ]);
});
