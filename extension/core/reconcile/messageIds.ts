import { statusMessage } from '../monitor/statusMessage';

/** Status messages that rules look for. */
export const passId = 2384;
export const removedId = 2331;
export const cancelledId = 9506;

/** Hash wrong, package missing or corrupt, files missing. */
export const failIds: ReadonlySet<number> = new Set([2382, 2383, 2385]);

/** Content arrived on the DP: refreshed, distributed, sent, updated, downloaded by a pull DP. */
export const arrivalIds: ReadonlySet<number> = new Set([2303, 2330, 8200, 8210, 9509]);

/** A validation spoke of the package: begun, queued, or with a result. */
export const isAboutValidation = (messageId: number): boolean => messageId >= 2380 && messageId <= 2385;

/** Of content validation: never says how a distribution went. */
export const isOfMonitoring = (messageId: number): boolean =>
  isAboutValidation(messageId) ||
  messageId === 2386 ||
  messageId === 2388 ||
  messageId === 2393 ||
  messageId === 9517 ||
  messageId === 9518;

/** Content Status shows the distribution as failed. A cancelled one is no failure. */
export const isDistributionFailure = (messageId: number): boolean =>
  statusMessage(messageId)?.pairState === 'failed' && isAboutDistribution(messageId);

export const isAboutDistribution = (messageId: number): boolean =>
  !isOfMonitoring(messageId) && messageId !== cancelledId;

/** A validation cycle: its package list was read, all of it was verified, the DP's lists disagree. */
export const cycleIds: ReadonlySet<number> = new Set([2393, 2386, 2388]);

/** A validation began or was queued: nothing of its result. */
export const announcingIds: ReadonlySet<number> = new Set([2380, 2381]);
