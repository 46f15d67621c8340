import type { Finding } from '../core/reconcile/finding';
import type { FindingsSelection } from '../core/reconcile/findingRow';
import { planLimit } from '../core/redistribute/caps';
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
