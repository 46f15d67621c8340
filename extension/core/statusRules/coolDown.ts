import type { RuleOutcome, Spending } from './ruleOutcome';

export const hour = 3_600_000;
export const day = 24 * hour;

/** How long a DP is left alone after it was answered, unless told otherwise. */
export const defaultCoolDown = day;

/**
 * Until when a message of a DP is not answered again; undefined when it is answered now. It ends the circle in which
 * a repair has the DP validated, and the validation says 2388 once more. A DP that was only tried, and on which
 * nothing was begun, is not left alone.
 * @param coolDown milliseconds
 */
export const coolsUntil = (
  last: RuleOutcome | undefined,
  coolDown: number,
  now: number,
): number | undefined => {
  if (last === undefined) return undefined;
  const begun = last.spent.map(({ at }) => at);
  const since = Math.max(...begun, last.kind === 'failed' ? -Infinity : last.at);
  // A clock that was put back must not leave a DP alone for ever.
  return since <= now && since + coolDown > now ? since + coolDown : undefined;
};

/** What counts against an approval still. */
export const recentSpending = (spent: readonly Spending[], now: number): readonly Spending[] =>
  spent.filter(({ at }) => at > now - day);
