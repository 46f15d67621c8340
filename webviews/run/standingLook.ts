import type { RowStanding } from '../../extension/core/runView/runRow';
import type { IconName } from '../shared/icon';
import type { Tone } from '../shared/verdictChip';

/** From what is good to what is still to come: the order of a bar's parts and of the chips. */
export const standingOrder: readonly RowStanding[] = [
  'repaired',
  'accepted',
  'notProved',
  'failed',
  'unsure',
  'skipped',
  'underWay',
  'waiting',
];

export const standingIcons: Readonly<Record<RowStanding, IconName>> = {
  repaired: 'pass',
  accepted: 'check',
  notProved: 'question',
  failed: 'error',
  unsure: 'warning',
  skipped: 'circle-slash',
  underWay: 'sync',
  waiting: 'circle-outline',
};

export const standingTones: Readonly<Record<RowStanding, Tone>> = {
  repaired: 'validated',
  accepted: 'validated',
  notProved: 'stale',
  failed: 'problems',
  unsure: 'ask',
  skipped: 'nothing',
  underWay: 'running',
  waiting: 'unknown',
};
