import type { PairFacts } from './pairFacts';

/** What a source says of whether content is installed, with its raw code. Sources disagree: the first counts. */
export interface InstalledClaim {
  readonly source: string;
  readonly raw: string;
  readonly installed: boolean;
  /** UTC epoch milliseconds. */
  readonly time: number | undefined;
}

const installed = 1;
/** v_PackageStatusDistPointsSumm: 0 installed, 8 monitoring, that is installed and being validated. */
export const installedStates: ReadonlySet<number> = new Set([0, 8]);

/** The claim that counts: the site's content state, else the pair's newest status, else the summarizer. */
export const installedClaim = ({ stateGroup, status, summary }: PairFacts): InstalledClaim | undefined => {
  if (stateGroup !== undefined)
    return {
      source: 'v_ContentDistribution',
      raw: `StateGroup ${stateGroup}`,
      installed: stateGroup === installed,
      time: undefined,
    };
  if (status !== undefined)
    return {
      source: 'vSMS_DistributionDPStatus',
      raw: `MessageState ${status.messageState}`,
      installed: status.messageState === installed,
      time: status.lastUpdate,
    };
  return summary?.state === undefined
    ? undefined
    : {
        source: 'v_PackageStatusDistPointsSumm',
        raw: `State ${summary.state}`,
        installed: installedStates.has(summary.state),
        time: summary.summaryDate,
      };
};

/**
 * Whether the DP's status says that the package is installed, so that clients are sent there. undefined: no source
 * that was read says anything.
 */
export const installedOf = (pair: PairFacts): boolean | undefined => installedClaim(pair)?.installed;

/** As filters and columns name it. */
export const installedValues = ['yes', 'no', 'unknown'] as const;
export type Installed = (typeof installedValues)[number];

export const installedValue = (of: boolean | undefined): Installed =>
  of === undefined ? 'unknown' : of ? 'yes' : 'no';

/** What it comes to beside a verdict, in a sentence. */
export const installedWords = (of: boolean | undefined): string => {
  switch (of) {
    case true:
      return "The DP's status says installed: clients are sent there.";
    case false:
      return "The DP's status does not say installed.";
    case undefined:
      return "Nothing that was read tells whether the DP's status says installed.";
  }
};
