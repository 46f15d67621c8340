import { workspace } from 'vscode';
import type { PlanLimits } from '../../app/planWrites';
import type { RunCaps } from '../../core/run/runPlan';
import { defaultCaps } from '../../core/redistribute/caps';

const gigabyte = 1024 ** 3;
const hour = 60 * 60 * 1000;

/** The limits of the settings; they hold for the machine, and a workspace cannot change them. */
export const planLimits = (): PlanLimits => {
  const settings = workspace.getConfiguration('configmgrContent.plan');
  const limit = (name: string, otherwise: number): number => {
    const value = settings.get<unknown>(name);
    return typeof value === 'number' && Number.isFinite(value) && value >= 1 ? value : otherwise;
  };
  return {
    caps: {
      steps: Math.floor(limit('maxSteps', defaultCaps.steps)),
      distributionPoints: Math.floor(limit('maxDistributionPoints', defaultCaps.distributionPoints)),
      bytes: Math.floor(limit('maxGigabytes', defaultCaps.bytes / gigabyte) * gigabyte),
    },
    evidenceLimit: limit('maxEvidenceHours', 24) * hour,
  };
};

/** How whole DPs are validated: so many at once, and so many minutes between two starts. */
export const validationPace = (): Required<Pick<RunCaps, 'dpsAtOnce' | 'spreadMinutes'>> => {
  const settings = workspace.getConfiguration('configmgrContent.validation');
  const number = (name: string, least: number, otherwise: number): number => {
    const value = settings.get<unknown>(name);
    return typeof value === 'number' && Number.isFinite(value) && value >= least
      ? Math.floor(value)
      : otherwise;
  };
  return { dpsAtOnce: number('atOnce', 1, 5), spreadMinutes: number('spreadMinutes', 0, 0) };
};
