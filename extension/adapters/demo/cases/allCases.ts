import type { Case, PairCase } from './case';
import { dpGone } from './dpGone';
import { failedDistribution } from './failedDistribution';
import { failedValidation } from './failedValidation';
import { notTargeted } from './notTargeted';
import { notThere } from './notThere';
import { onTheWay } from './onTheWay';
import { otherVersion } from './otherVersion';
import { profileCases } from './profileCases';
import { removal } from './removal';
import { sinceTheCycle } from './sinceTheCycle';
import { specialPackages } from './specialPackages';

/** Cases of single pairs of ordinary packages on DPs whose cycles finish. */
export const pairCases: readonly PairCase[] = [
  ...failedValidation,
  ...notThere,
  ...sinceTheCycle,
  ...onTheWay,
  ...failedDistribution,
  ...otherVersion,
  ...removal,
];

/** Every case that a site of any size but `empty` shows. */
export const allCases: readonly Case[] = [
  ...pairCases,
  ...Object.values(profileCases),
  ...specialPackages.flatMap(({ cases }) => cases),
  notTargeted,
  dpGone,
];
