import type { DistributionPoint } from '../content/distributionPoint';

/** Of a DNS name. */
export const longestName = 255;

/**
 * Whether a text can be the name of a computer, short or in full. It becomes part of file names: letters, digits,
 * `_`, `-` and single dots, and nothing else.
 */
export const isComputerName = (text: string): boolean =>
  text.length <= longestName &&
  /^[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_][\p{L}\p{N}_-]*)*$/u.test(text);

export type NamedDp =
  | { readonly kind: 'dp'; readonly dp: DistributionPoint }
  | { readonly kind: 'none' }
  /** A short name that several DPs have. */
  | { readonly kind: 'several'; readonly names: readonly string[] };

/**
 * The DP that a computer's name means: all of its name, or its first part where one of the two is short. Never a
 * part of it: DP1 is not DP10. Cloud DPs are no computers.
 */
export const dpNamed = (dps: readonly DistributionPoint[], computer: string): NamedDp => {
  const wanted = computer.toLowerCase();
  const servers = dps.filter(({ isCloud }) => !isCloud);
  const [dp, another] = servers.filter(({ serverName }) => serverName.toLowerCase() === wanted);
  if (dp !== undefined && another === undefined) return { kind: 'dp', dp };
  const alike = servers.filter(({ serverName }) => meansSame(serverName.toLowerCase(), wanted));
  const [only, second] = alike;
  if (only === undefined) return { kind: 'none' };
  return second === undefined
    ? { kind: 'dp', dp: only }
    : { kind: 'several', names: alike.map(({ serverName }) => serverName) };
};

const meansSame = (name: string, other: string): boolean =>
  name === other || (name.includes('.') !== other.includes('.') && firstPart(name) === firstPart(other));

const firstPart = (name: string): string => name.split('.', 1)[0] ?? '';
