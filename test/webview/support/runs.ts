import { dpKey } from '../../../extension/core/content/nalPath';
import type { Fate } from '../../../extension/core/run/fate';
import type { Runner } from '../../../extension/core/run/journalRecord';
import type { RunPlan, RunStep } from '../../../extension/core/run/runPlan';
import { RunState } from '../../../extension/core/run/runState';
import type { ShownRun } from './runHost';

const names = ['Microsoft 365 Apps', 'Windows 11 Enterprise 24H2', '7-Zip 24.08', 'Dell OptiPlex drivers'];
const places = ['HAM', 'BER', 'PAR', 'MAD', 'TYO', 'ZRH', 'GDL', 'NYC', 'SFO', 'LON', 'MIL', 'OSL'];

export const began = Date.UTC(2026, 10, 21, 12, 3);
const minute = 60_000;
const by: Runner = { user: 'CONTOSO\\cmadmin', computer: 'ADMIN7', program: 'window' };

const step = (index: number, dps: number): RunStep => {
  const server = `DP${places[index % places.length] ?? ''}${String(1 + (index % dps)).padStart(2, '0')}.contoso.local`;
  const packageId = `PS1${(0x100 + index).toString(16).toUpperCase().padStart(5, '0')}`;
  return {
    ...{
      id: String(index + 1),
      action: 'redistribute',
      sourceDp: '',
      siteCode: 'PS1',
      nalPath: `\\\\${server}\\`,
    },
    ...{ packageId, packageName: `${names[index % names.length] ?? ''} ${index}` },
    ...{ dp: dpKey(server, 'Windows NT Server'), dpName: server },
    bytes: index % 11 === 4 ? undefined : (1 + (index % 7)) * 180_000_000,
    before: { state: 0, sourceVersion: 1, lastRefreshTime: began - 1000 },
  };
};

export const runPlan = (steps: number, dps = 12): RunPlan => ({
  hash: 'abc123',
  siteCode: 'PS1',
  steps: Array.from({ length: steps }, (_, index) => step(index, dps)),
  caps: { steps: 5000, distributionPoints: 500, bytes: 2 ** 50 },
});

const fates: readonly Fate[] = [
  { kind: 'repaired', cause: 'Proved by a validation (2384: content validation verified the package).' },
  { kind: 'repaired', cause: 'Proved by a validation (2384: content validation verified the package).' },
  { kind: 'repaired', cause: 'Proved by a validation (2384: content validation verified the package).' },
  { kind: 'failed', cause: 'The distribution failed: 2343: no disk space on the DP for the copy.' },
  { kind: 'repaired', cause: 'Proved by a validation (2384: content validation verified the package).' },
  { kind: 'skipped', cause: 'It was distributed again since the plan was made.' },
  { kind: 'notProved', cause: 'The content arrived (8200), but its validation gave no result in time.' },
];

/** A run of which so many steps have ended, and so many are under way. */
export const runAt = (plan: RunPlan, ended: number, underWay: number, minutes: number): ShownRun => {
  const state = new RunState(plan, by, 'Contoso Headquarters', began);
  const now = began + minutes * minute;
  const progress = new Map<string, { percent: number | undefined; words: string | undefined }>();
  plan.steps.slice(0, ended + underWay).forEach(({ id, before }, index) => {
    const fate = fates[index % fates.length];
    if (index >= ended || fate?.kind !== 'skipped') {
      state.add({ kind: 'intent', step: id, at: began, before });
      state.add({ kind: 'answer', step: id, at: began, answer: { kind: 'accepted' } });
    }
    if (index < ended && fate !== undefined) state.add({ kind: 'outcome', step: id, at: now, fate });
    else progress.set(id, { percent: 25 * (index % 4), words: '8204: content is being sent to the DP' });
  });
  if (ended === plan.steps.length) state.add({ kind: 'ended', at: now });
  return { state, progress, now };
};
