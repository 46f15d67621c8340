import { candidatesOf, type Circumstances } from '../core/redistribute/candidate';
import type { PairAction } from '../core/redistribute/guards';
import { makePlan, planLimit } from '../core/redistribute/makePlan';
import type { Plan } from '../core/redistribute/plan';
import type { SiteInventory } from '../core/content/siteInventory';
import type { Finding } from '../core/reconcile/finding';
import type { FindingsSelection } from '../core/reconcile/findingRow';
import type { Clock } from '../ports/clock';
import type { Findings } from '../ports/findings';

/** More was chosen than one plan may hold. */
export class SelectionTooLarge extends Error {
  override readonly name = 'SelectionTooLarge';

  constructor(readonly count: number) {
    super(
      `${count} rows are selected; a plan holds at most ${planLimit}, so that it can be reviewed. Narrow the filter or select fewer.`,
    );
  }
}

/** What a selection stands for. Throws SelectionTooLarge before anything large is moved. */
export const resolveSelection = async (
  findings: Findings,
  selection: FindingsSelection,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const { pairs: count } = await findings.measure(selection, signal);
  if (count > planLimit) throw new SelectionTooLarge(count);
  return findings.resolve(selection, signal);
};

/** The plan that would write `action` to these pairs. Nothing is written. */
export const planWrites = (
  action: PairAction,
  chosen: readonly Finding[],
  inventory: SiteInventory,
  circumstances: Circumstances,
  clock: Clock,
): Plan => {
  if (chosen.length > planLimit) throw new SelectionTooLarge(chosen.length);
  return makePlan(action, candidatesOf(chosen, inventory), circumstances, clock.now());
};
