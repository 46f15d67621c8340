import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { ProposedWork } from '../../core/statusRules/approval/withinApproval';
import type { RuleMessage } from '../../core/statusRules/ruleMessage';

/** A plan that repairs what a message is about. */
export interface Proposal extends ProposedWork {
  /** The plan, as it is kept and carried out. */
  readonly document: string;
  /** What it would do, in a sentence. */
  readonly words: string;
  /** How it is applied by hand after its review, in a sentence. @param file of the document */
  readonly review: (file: string) => string;
}

/** What is found on a DP after a message. */
export type MessageAnswer =
  | { readonly kind: 'nothing'; readonly words: string }
  | { readonly kind: 'plan'; readonly proposal: Proposal };

/** A DP that told something. */
export interface AskedDp {
  readonly message: RuleMessage;
  readonly dp: DistributionPoint;
  /** DPs that are answered on the same message: what takes long is done for all of them at once. */
  readonly together: readonly DistributionPoint[];
}

/** The site as it was read at one moment. */
export interface SiteLook {
  readonly distributionPoints: readonly DistributionPoint[];
  answer(asked: AskedDp, signal: AbortSignal): Promise<MessageAnswer>;
  dispose(): Promise<void>;
}

/** A site to which messages of rules are answered. */
export interface RuleSite {
  readonly siteCode: string;
  /** Reads it as it is now. Rejects when its DPs cannot be read: then nobody is told to be none. */
  look(signal: AbortSignal): Promise<SiteLook>;
  /**
   * Carries out a plan, or goes on with it: nothing of it is written a second time, however often this is called.
   * Rejects when it is left half-way. @returns what became of it, in sentences
   */
  carryOut(document: string, signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}
