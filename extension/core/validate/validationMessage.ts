import { dpKey, parseNalPath, type DpKey } from '../content/nalPath';

/** A message of content validation about a DP, or about a package there. */
export interface ValidationMessage {
  readonly recordId: string;
  readonly messageId: number;
  /** UTC epoch milliseconds. */
  readonly time: number;
  /** '' when it is about the DP as a whole. */
  readonly packageId: string;
  /** The file list of a 2385; '' for all others. */
  readonly files: string;
}

/** IDs of SMS_Distribution_Point_Monitoring. */
export const validationIds = {
  packageBegun: 2380,
  packageQueued: 2381,
  hashInvalid: 2382,
  corrupt: 2383,
  verified: 2384,
  filesMissing: 2385,
  allVerified: 2386,
  listsDisagree: 2388,
  listRead: 2393,
} as const;

const windows = 'windows nt server';

/**
 * Finds the DP that a message names: by NAL path, by server name, or by a host name that is one DP's only.
 * @param keys of all DPs of the site
 */
export const dpOfText = (keys: Iterable<DpKey>): ((text: string) => DpKey | undefined) => {
  const all = new Set(keys);
  const byHost = new Map<string, DpKey | undefined>();
  for (const key of all) {
    const host = /^[^.|]+/.exec(key)?.[0] ?? '';
    if (key.endsWith(`|${windows}`)) byHost.set(host, byHost.has(host) ? undefined : key);
  }
  return (text) => {
    const server = (parseNalPath(text)?.server ?? text).toLowerCase();
    const key = dpKey(server, windows);
    return all.has(key) ? key : byHost.get(server);
  };
};
