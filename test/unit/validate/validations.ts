import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import type { RunCaps, RunPlan, RunStep } from '../../../extension/core/run/runPlan';
import { planOf } from '../run/runs';

/** DPs of a demo site that can be validated as a whole, and are not being validated when it opens. */
export const idleDps = ({ site }: DemoEngine): readonly DemoDp[] =>
  site.model.dps.filter(({ isCloud, profile }) => !isCloud && profile !== 'runningNow');

export const validationOf = (dp: DemoDp, id: string): RunStep => ({
  id,
  action: 'validateDp',
  packageId: '',
  packageName: '',
  dp: dp.key,
  dpName: dp.server,
  nalPath: dp.nalPath,
  siteCode: dp.siteCode,
  bytes: 0,
  sourceDp: '',
  before: { state: undefined, sourceVersion: undefined, lastRefreshTime: undefined },
});

export const validationPlan = (
  engine: DemoEngine,
  dps: readonly DemoDp[],
  pace: Pick<RunCaps, 'dpsAtOnce' | 'spreadMinutes'> = {},
): RunPlan => {
  const plan = planOf(
    engine,
    dps.map((dp, index) => validationOf(dp, String(index + 1))),
  );
  return { ...plan, caps: { ...plan.caps, ...pace } };
};

/** When a validation of a DP was begun or ended: by WMI, and by its messages. */
export interface DpEvent {
  readonly dp: string;
  readonly time: number;
  readonly kind: 'start' | 'end';
}

/** Starts that a DP took, and 2386 and 2388 of it, in order. */
export const eventsOf = (engine: DemoEngine): readonly DpEvent[] => {
  const starts = engine.requests
    .filter(
      ({ verb, method, answer }) =>
        verb === 'invoke' && answer === 'done' && (method === 'StartByPath' || method === 'Create'),
    )
    .map(({ computer, time }): DpEvent => ({ dp: computer.toLowerCase(), time, kind: 'start' }));
  const ends = engine.site.model.dps.flatMap(({ server, style }) =>
    engine.site.database
      .all('SELECT Time FROM v_StatusMessage WHERE MessageID IN (2386, 2388) AND MachineName = ?', [
        style.machineName,
      ])
      .map((row): DpEvent => ({
        dp: server.toLowerCase(),
        time: Date.parse(String(row['Time'])),
        kind: 'end',
      })),
  );
  return [...starts, ...ends].sort((a, b) => a.time - b.time);
};
