import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ModelError } from '../../../../../src/search/indexer/model/model-error.ts';
import { readSafetensors } from '../../../../../src/search/indexer/model/safetensors.ts';
import { writeSafetensors } from './fake-safetensors.ts';

const example = writeSafetensors({ 'a.weight': { shape: [2, 2], values: [1, -2, 0.5, 4] } });

test('weights come back as they were written, in 16 and in 32 bits, from any place in memory', () => {
  const tensor = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 12 });
  const tensors = fc.dictionary(
    fc.string({ minLength: 1 }).filter((name) => name !== '__metadata__' && name !== '__proto__'),
    tensor,
  );
  fc.assert(
    fc.property(tensors, fc.constantFrom('F16', 'F32'), fc.nat(7), (values, type, shift) => {
      const written = Object.fromEntries(
        Object.entries(values).map(([name, list]) => [name, { shape: [list.length], values: list }]),
      );
      const bytes = writeSafetensors(written, type);
      const pool = Buffer.alloc(bytes.length + shift);
      pool.set(bytes, shift);
      const file = readSafetensors(pool.subarray(shift), 'w');
      expect(file.names.sort()).toEqual(Object.keys(values).sort());
      for (const [name, list] of Object.entries(values)) {
        expect(file.weights(name)).toEqual({ shape: [list.length], data: Float32Array.from(list) });
      }
    }),
  );
});

test('a file cut off anywhere is an error with the file, what is there and what to do, never another exception', () => {
  for (let length = 0; length < example.length; length++) {
    expect(() => readSafetensors(example.subarray(0, length), 'model.safetensors'), `cut at ${length}`).toThrow(
      ModelError,
    );
  }
  expect(() => readSafetensors(example.subarray(0, -1), 'model.safetensors')).toThrow(
    'model.safetensors: found tensor "a.weight" at bytes 0 to 16 of 15; expected a range inside the file. ' +
      'Delete node_modules and run "npm ci", or fetch the model again.',
  );
});

test('a file of another kind is told apart', () => {
  const other = new TextEncoder().encode('<!doctype html><title>Not found</title>');
  expect(() => readSafetensors(other, 'w')).toThrow(
    /^w: found a header said to have \d+ bytes in a file of 39; expected a complete safetensors file\. /,
  );
});

test('a tensor that is missing is named', () => {
  expect(() => readSafetensors(example, 'w').weights('b')).toThrow(
    'w: found no tensor "b"; expected the weights of a BERT encoder.',
  );
});

test('a tensor of another number type is named', () => {
  const bytes = new TextEncoder().encode(new TextDecoder('latin1').decode(example).replace('F32', 'I16'));
  expect(() => readSafetensors(bytes, 'w').weights('a.weight')).toThrow(
    'w: found tensor "a.weight" of type I16; expected F16 or F32.',
  );
});

test('a shape that does not fit the bytes is an error', () => {
  const bytes = writeSafetensors({ a: { shape: [3], values: [1, 2] } });
  expect(() => readSafetensors(bytes, 'w').weights('a')).toThrow(
    'w: found 8 bytes for tensor "a" of shape [3]; expected 12 bytes.',
  );
});
