import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/schemas/article.ts';
import { isBuilt } from '../../../src/schemas/publishing.ts';

const article = (fields: object) => articleSchema.parse({ title: 'T', id: 't', description: 'D', ...fields });
const noon = new Date('2026-06-01T12:00:00Z');

describe('whether a build includes an article', () => {
  it('does unless the front matter says otherwise', () => {
    expect(isBuilt(article({}), noon)).toBe(true);
    expect(isBuilt(article({ unlisted: true }), noon)).toBe(true);
  });

  it('does not while it is a draft', () => {
    expect(isBuilt(article({ draft: true }), noon)).toBe(false);
  });

  it('does from the day of publish_at on', () => {
    expect(isBuilt(article({ publish_at: '2026-06-02' }), noon)).toBe(false);
    expect(isBuilt(article({ publish_at: '2026-06-01' }), noon)).toBe(true);
  });

  it('does not from the day of expires_at on', () => {
    expect(isBuilt(article({ expires_at: '2026-06-01' }), noon)).toBe(false);
    expect(isBuilt(article({ expires_at: '2026-06-02' }), noon)).toBe(true);
  });
});
