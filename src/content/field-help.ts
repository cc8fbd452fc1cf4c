import { z } from 'zod';
import { memoize } from '../cache/memoize.ts';
import { ownValue } from '../site/own-value.ts';

/** The part of a JSON Schema that is read here. */
interface Shape {
  description?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
}

const shapeOf = memoize(
  (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape,
);

/** The sentence of help written beside the field at `path`, or of the nearest field around it; '' when there is none. */
export function helpFor(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let help = '';
  let options = [shapeOf(schema)];
  for (const step of path) {
    options = options.flatMap((shape) => below(shape, step));
    const described = options.find((shape) => shape.description !== undefined);
    if (described) help = described.description!;
  }
  return help;
}

/** The fields that the object at `path` may have. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let options = alternatives(shapeOf(schema));
  for (const step of path) options = options.flatMap((shape) => below(shape, step)).flatMap(alternatives);
  return [...new Set(options.flatMap((shape) => Object.keys(shape.properties ?? {})))];
}

function alternatives(shape: Shape): Shape[] {
  return [shape, ...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
}

function below(shape: Shape, step: PropertyKey): Shape[] {
  return alternatives(shape).flatMap((each) => {
    const other = typeof each.additionalProperties === 'object' ? each.additionalProperties : undefined;
    const next = typeof step === 'number' ? each.items : (ownValue(each.properties ?? {}, String(step)) ?? other);
    return next ? [next] : [];
  });
}
