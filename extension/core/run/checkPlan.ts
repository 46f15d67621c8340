import { parseNalPath } from '../content/nalPath';
import { isLibraryStep, isOfDp, type RunPlan, type RunStep } from './runPlan';

/** More than this no run takes, whoever confirms it. */
const mostSteps = 5_000;

/** Why a plan cannot be carried out at this site as it stands; undefined when nothing is against it. */
export const planProblem = (plan: RunPlan, siteCode: string): string | undefined => {
  const { steps } = plan;
  if (plan.siteCode !== siteCode)
    return `The plan was made for site ${plan.siteCode}, and this is ${siteCode}.`;
  if (steps.length === 0) return 'The plan has no steps.';
  if (steps.length > mostSteps)
    return `The plan has ${steps.length} steps; a run takes ${mostSteps} at most.`;
  if (new Set(steps.map(({ id }) => id)).size < steps.length)
    return 'Two steps of the plan have the same id.';
  const wrong = steps.map(stepProblem).find((problem) => problem !== undefined);
  if (wrong !== undefined) return wrong;
  const alone = chainProblem(plan);
  if (alone !== undefined) return alone;
  const updates = steps.filter(({ action }) => action === 'updateContent').length;
  if (updates > 0 && updates < steps.length)
    return 'Content is updated by a plan of its own: it goes to all DPs of a package.';
  if ((plan.caps.dpsAtOnce ?? 1) < 1) return 'The plan lets no DP validate at all.';
  const validated = steps.filter(({ action }) => action === 'validateDp').map(({ dp }) => dp);
  if (new Set(validated).size < validated.length) return 'The plan validates a DP twice.';
  return capProblem(plan);
};

/** An entry that goes so that its content can be sent again goes with that step, or not at all. */
const chainProblem = ({ steps }: RunPlan): string | undefined => {
  const known = new Map(steps.map((step, index) => [step.id, { step, index }]));
  for (const [index, { id, packageId, dp, library }] of steps.entries()) {
    if (library?.then === undefined) continue;
    const next = known.get(library.then);
    const fits =
      next !== undefined &&
      next.index > index &&
      next.step.action === 'redistribute' &&
      next.step.packageId === packageId &&
      next.step.dp === dp;
    if (!fits)
      return `Step ${id} takes an entry out so that step ${library.then} can send its content again, and that is not in the plan.`;
  }
  return undefined;
};

/** The DP that is shown has to be the one that is written to. */
const stepProblem = (step: RunStep): string | undefined => {
  const { id, action, packageId, dp, nalPath, siteCode } = step;
  const isOfPackage = !isOfDp(step);
  if (isOfPackage !== (packageId !== '')) return `Step ${id} names ${isOfPackage ? 'no' : 'a'} package.`;
  if (action === 'updateContent') return dp === '' ? undefined : `Step ${id} names a DP, and goes to all.`;
  if (dp === '') return `Step ${id} names no DP.`;
  if (!isOfPackage) return undefined;
  const isOfLibrary = action === 'quarantine' || action === 'restore';
  if (isOfLibrary !== isLibraryStep(step))
    return `Step ${id} ${isOfLibrary ? 'lacks' : 'has'} what is to be done to a content library.`;
  const server = parseNalPath(nalPath)?.server.toLowerCase();
  if (server === undefined || siteCode === '') return `Step ${id} lacks the keys of its target.`;
  return dp.startsWith(`${server}|`) ? undefined : `Step ${id} shows another DP than it would write to.`;
};

/** Which of its own caps a plan is over; undefined when it is over none. */
const capProblem = ({ steps, caps }: RunPlan): string | undefined => {
  const dps = new Set(steps.map(({ dp }) => dp)).size;
  const bytes = steps.reduce((sum, step) => sum + (step.bytes ?? 0), 0);
  const over = [
    ...(steps.length > caps.steps ? [`${steps.length} steps where ${caps.steps} are allowed`] : []),
    ...(dps > caps.distributionPoints ? [`${dps} DPs where ${caps.distributionPoints} are allowed`] : []),
    ...(bytes > caps.bytes ? [`${bytes} bytes where ${caps.bytes} are allowed`] : []),
  ];
  return over.length === 0 ? undefined : `The plan is over its caps: ${over.join(', ')}.`;
};
