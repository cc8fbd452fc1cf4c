import { describe, expect, it } from 'vitest';
import { FORMER_ICONS, iconNames, iconShapes, isIcon } from '../../../src/site/icons.ts';

describe('icons', () => {
  it('draw shapes alone, whose strokes are said once for the whole', () => {
    for (const name of iconNames()) {
      const shapes = iconShapes(name);
      expect(shapes, name).toMatch(/^(?:<(?:path|circle|rect|ellipse)(?: [\w-]+="[^"<>]*")+\/>|<\/?g>)+$/);
      expect(shapes, name).not.toMatch(/stroke-(?:linecap|linejoin)/);
    }
  });

  it('go by their former names, too', () => {
    for (const [former, now] of Object.entries(FORMER_ICONS)) expect(iconShapes(former)).toBe(iconShapes(now));
    expect(iconShapes('home')).toBe(iconShapes('house'));
  });

  it('are none where the name is one of every object, or of nothing', () => {
    expect(['constructor', '__proto__', '', '../x', 'no-such-icon'].filter(isIcon)).toEqual([]);
    expect(iconShapes('constructor')).toBe('');
  });
});
