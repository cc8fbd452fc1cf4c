import { InvalidArgumentError } from 'commander';

/** Where the site is served unless another port is named. */
export const DEFAULT_PORT = 4321;

/**
 * Reads the value of an option that names a TCP port.
 * @throws InvalidArgumentError, which commander tells the user, for anything but a whole number from 0 to 65535.
 */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}
