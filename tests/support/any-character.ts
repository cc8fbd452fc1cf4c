import fc from 'fast-check';

/** From here on the code points are shifted by those of halves of characters, which are none. */
const FIRST_HALF = 0xd800;
const HALVES = 0x800;

/**
 * Any character of Unicode: the unit of strings that fast-check calls `binary`, with the same choices and the same
 * shrinking. Its own makes a list of all 1,112,064 to know one again, which takes each worker a second and 185 MB.
 */
export const anyCharacter = fc.nat({ max: 0x10ffff - HALVES }).map(
  (place) => String.fromCodePoint(place < FIRST_HALF ? place : place + HALVES),
  (value) => {
    const [character, ...more] = typeof value === 'string' ? value : [];
    const point = character?.codePointAt(0);
    if (point === undefined || more.length > 0 || (point >= FIRST_HALF && point < FIRST_HALF + HALVES))
      throw new Error('Not a character.');
    return point < FIRST_HALF ? point : point - HALVES;
  },
);
