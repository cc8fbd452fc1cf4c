import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readQuantized } from '../semantic/quantized.ts';
import { readScales, type VectorsFile } from '../semantic/vectors-file.ts';

/** An answer that the owner of the site put first. */
export interface IndexedPin {
  article: number;
  /** Number of the section that is shown; undefined for the one that fits the question. */
  section: number | undefined;
  /** When it begins and ends to hold, in minutes since 1970; 0 for no bound. */
  from: number;
  until: number;
  /** What is asked where it holds. */
  questions: string[];
  /** Words and phrases; a question that says all words of one of them is meant, too. */
  words: string[];
}

/** The pins of an index, fetched with the first question where there are any. */
export interface PinsFile {
  pins: IndexedPin[];
  /** One row a question of all pins, in order, by the student and by the teacher, in the sections' dimensions; undefined without a model. */
  vectors: { instant: VectorsFile; deep: VectorsFile } | undefined;
}

/** @throws IndexError */
export function readPinsFile(file: Uint8Array, name: string): PinsFile {
  const reader = new ByteReader(unseal('pins', file, name), name);
  const texts = () => Array.from({ length: reader.count() }, () => reader.string());
  const sectionOf = (stored: number) => (stored === 0 ? undefined : stored - 1);
  const pins = Array.from(
    { length: reader.count() },
    (): IndexedPin => ({
      article: reader.varint(),
      section: sectionOf(reader.varint()),
      from: reader.varint(),
      until: reader.varint(),
      questions: texts(),
      words: texts(),
    }),
  );
  const rows = pins.reduce((sum, { questions }) => sum + questions.length, 0);
  const matrix = (): VectorsFile => {
    const scales = readScales(reader);
    return { scales, rows: readQuantized(reader, rows, scales.length) };
  };
  const vectors = reader.u8() === 1 ? { instant: matrix(), deep: matrix() } : undefined;
  reader.end();
  return { pins, vectors };
}
