import type { SpentOnDp } from './approval/withinApproval';
import { coolsUntil, recentSpending } from './coolDown';
import type { RuleMessage } from './ruleMessage';
import type { RuleOutcome, Spending } from './ruleOutcome';
import { requestName } from './ruleRequest';

interface Begun extends Spending {
  readonly message: RuleMessage;
  readonly dpName: string;
}

const keyOf = (message: RuleMessage, dpName: string): string => requestName({ message, computer: dpName });

/** What the DPs were answered lately, and what is being done on them. */
export class RuleLedger {
  private readonly last = new Map<string, RuleOutcome>();
  private readonly begun = new Map<string, Begun>();

  constructor(outcomes: readonly RuleOutcome[], begun: readonly Begun[]) {
    for (const outcome of outcomes) this.last.set(keyOf(outcome.message, outcome.dpName), outcome);
    for (const one of begun) this.begin(one);
  }

  begin(one: Begun): void {
    this.begun.set(keyOf(one.message, one.dpName), one);
  }

  /**
   * Notes an answer. @returns it with all that was begun on the DP within a day: what an approval is held against
   */
  end(outcome: Omit<RuleOutcome, 'spent'>): RuleOutcome {
    const key = keyOf(outcome.message, outcome.dpName);
    const before = this.last.get(key)?.spent ?? [];
    const begun = this.begun.get(key);
    this.begun.delete(key);
    const isNoted = before.some(({ at }) => at === begun?.at);
    const now =
      begun === undefined || isNoted ? [] : [{ at: begun.at, steps: begun.steps, bytes: begun.bytes }];
    const ended = { ...outcome, spent: recentSpending([...before, ...now], outcome.at) };
    this.last.set(key, ended);
    return ended;
  }

  /** Until when the DP is left alone; undefined when its message is answered now. */
  coolsUntil(message: RuleMessage, dpName: string, coolDown: number, now: number): number | undefined {
    const key = keyOf(message, dpName);
    const begun = this.begun.get(key);
    return begun === undefined ? coolsUntil(this.last.get(key), coolDown, now) : begun.at + coolDown;
  }

  /** Over all DPs and messages in the 24 hours before. */
  spent(now: number): readonly SpentOnDp[] {
    return [
      ...[...this.last.values()].flatMap(({ dpName, spent }) =>
        recentSpending(spent, now).map(({ steps, bytes }) => ({ dpName, steps, bytes })),
      ),
      ...[...this.begun.values()].filter((one) => recentSpending([one], now).length > 0),
    ];
  }
}
