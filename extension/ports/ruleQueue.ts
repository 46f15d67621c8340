import type { RuleOutcome } from '../core/statusRules/ruleOutcome';
import type { RuleRequest } from '../core/statusRules/ruleRequest';
import type { Held } from './journal';

/** What was written down before anything of a plan was. */
export interface BegunWork {
  /** Server name of the DP. */
  readonly dpName: string;
  /** UTC epoch milliseconds. */
  readonly at: number;
  readonly steps: number;
  readonly bytes: number;
}

/** A request that the worker has taken, or that one before it left. */
export interface TakenRequest extends RuleRequest {
  /** How often it was tried in vain. */
  readonly failures: number;
  /** A plan of it was begun, and has to be gone on with; its document is kept under the request. */
  readonly begun: BegunWork | undefined;
}

/**
 * Messages that wait for their answer, on disk: many processes add, one works. All reject with an Error that names
 * the file, the cause and the next step.
 */
export interface RuleQueue {
  /** Where it is, for messages. */
  readonly place: string;
  /** Adds the request, unless that DP waits with that message already. It is on the disk when this resolves. */
  add(request: RuleRequest): Promise<void>;
  /** Something waits that no worker has taken. */
  isWaiting(): Promise<boolean>;
  /** Who works on it now; undefined: nobody who lives. */
  worker(): Promise<string | undefined>;
  /** Becomes the one worker. */
  work(): Promise<RuleQueueWork | Held>;
  /** Adds a line to its log, which is bounded. Never rejects. */
  log(text: string, severity?: 'info' | 'warning' | 'error'): Promise<void>;
}

/** The queue in the hands of its worker. What it says is on the disk when the promise resolves. */
export interface RuleQueueWork {
  readonly kind: 'work';
  /** Takes all that waits. The result is all that is taken and not finished, oldest first. */
  take(): Promise<readonly TakenRequest[]>;
  /** The last answers, one for each DP and message. */
  outcomes(): Promise<readonly RuleOutcome[]>;
  /** Keeps the document of a plan for the request; one that is there is replaced. @returns where it is */
  keepPlan(request: TakenRequest, document: string): Promise<string>;
  plan(request: TakenRequest): Promise<string>;
  /** Writes down that the plan is begun, before anything of it is. */
  begin(request: TakenRequest, begun: BegunWork): Promise<TakenRequest>;
  /** Writes down that it was tried in vain; it stays taken. */
  fail(request: TakenRequest): Promise<TakenRequest>;
  /** Done with it. @param outcome undefined: the last answer stays as it is */
  finish(request: TakenRequest, outcome: RuleOutcome | undefined): Promise<void>;
  /** Never rejects. */
  release(): Promise<void>;
}
