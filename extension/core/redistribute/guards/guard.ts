import type { DpKey } from '../../content/nalPath';
import type { FactSource } from '../../reconcile/siteFacts';
import type { Candidate } from '../candidate';
import type { PlanAction, PlanPurpose } from '../plan';
import type { PlanFactSource } from '../planFactSource';

/** What is done to a pair. */
export type PairAction = Extract<
  PlanAction,
  'validate' | 'redistribute' | 'distribute' | 'cancel' | 'remove'
>;

/** What a guard may look at beside the pair: the moment, and what the plan holds so far. Times UTC epoch ms. */
export interface GuardContext {
  readonly purpose: PlanPurpose;
  readonly now: number;
  /** When the findings were read, and the age at which they are too old to write by. */
  readonly readAt: number;
  readonly evidenceLimit: number;
  /** Of the findings. */
  readonly findingsNotRead: ReadonlySet<FactSource>;
  /** Of what the plan needs beside them. */
  readonly notRead: ReadonlySet<PlanFactSource>;
  /** DPs whose content validation runs now. */
  readonly validating: ReadonlySet<DpKey>;
  /** How many pairs of a suspect cycle each DP has in the selection: more than one is a bulk write. */
  readonly suspectPairs: ReadonlyMap<DpKey, number>;
  /** Bytes that the plan puts on a DP already. */
  readonly planned: ReadonlyMap<DpKey, number>;
}

/** A named rule that keeps a write from a pair. */
export interface Guard {
  readonly rule: string;
  readonly actions: readonly PairAction[];
  /** Why this write is not made, with the way that works; undefined: nothing is against it. */
  readonly against: (candidate: Candidate, context: GuardContext, action: PairAction) => string | undefined;
}

export interface Refusal {
  readonly rule: string;
  readonly reason: string;
}

/** Content is sent. */
export const sending: readonly PairAction[] = ['redistribute', 'distribute'];
/** The pair has an instance that is written. */
export const ofInstance: readonly PairAction[] = ['redistribute', 'validate', 'cancel', 'remove'];
/** Would disturb or be lost on what is under way. */
export const disturbing: readonly PairAction[] = ['redistribute', 'validate', 'remove', 'distribute'];
export const every: readonly PairAction[] = ['redistribute', 'validate', 'cancel', 'remove', 'distribute'];
