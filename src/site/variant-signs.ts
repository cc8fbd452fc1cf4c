import { ownValue } from './own-value.ts';

/**
 * What tells each system in what `toldBy` puts together: the platform that newer browsers name, else the long text in which
 * one system's signs are in another's name; whether there are several touch points; the language.
 */
const SIGNS: Readonly<Record<string, string>> = {
  android: 'android',
  chromeos: 'cros|^chrom',
  ios: 'iphone|ipad|^ios|macintosh.*true',
  linux: '^linux|x11; .*linux',
  macos: '^mac|macintosh.*false',
  windows: 'windows',
};

/**
 * A pattern, without regard to case, of what the browsers of those say whom a value is for; '' where nothing tells.
 * @param value Its name, which is what browsers tell where `told` is left out.
 * @param told Systems or countries, as site.yaml names them.
 */
export function signsOf(
  guess: 'system' | 'country' | undefined,
  value: string,
  told: readonly string[] = [guess === 'country' ? value.toUpperCase() : value],
): string {
  if (guess === undefined) return '';
  return told.flatMap((one) => (guess === 'country' ? `-${one}$` : (ownValue(SIGNS, one) ?? []))).join('|');
}

/** What a browser says of itself and of whoever uses it. */
export interface Browser {
  userAgent: string;
  maxTouchPoints: number;
  language: string;
  /** Where a browser has it, it says in a word what the agent's name says in many. */
  userAgentData?: { platform: string };
}

/** What the patterns are for; variants-boot.js says the same. An iPad asks for pages made for computers, and says that it is one. */
export function toldBy({ userAgent, maxTouchPoints, language, userAgentData }: Browser): string {
  return `${userAgentData?.platform || userAgent}${maxTouchPoints > 1}${language}`;
}
