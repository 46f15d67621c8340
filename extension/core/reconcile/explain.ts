import type { Evidence } from './evidence';
import type { PairFacts } from './pairFacts';
import type { SiteFacts } from './siteFacts';

/** The facts that a pair's verdict rests on, the deciding ones first. */
export const explain = (_site: SiteFacts, _pair: PairFacts): readonly Evidence[] => [];
