import { InvalidArgumentError } from 'commander';

/**
 * Reads the value of an option that counts something.
 * @throws InvalidArgumentError, which commander tells the user, for anything but a whole number from 1.
 */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1');
  return value;
}
