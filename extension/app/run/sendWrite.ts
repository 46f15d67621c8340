import type { Answer } from '../../core/run/journalRecord';
import type { RunStep } from '../../core/run/runPlan';
import { CimError } from '../../ports/cim';
import { packagePath, targetPath } from './readBefore';
import type { RunSite } from './runSite';
import { startDpValidation } from './startDpValidation';

const className = 'SMS_DistributionPoint';

/** A write is never cut off half-way, so it gets a signal that nobody aborts. */
const never = new AbortController().signal;

/**
 * Asks the site for one step, by its exact keys. Never throws a CimError: what came back, and what did not, is
 * the answer. @param packageClass the class that has the package
 */
export const sendWrite = (site: RunSite, step: RunStep, packageClass: string): Promise<Answer> => {
  const { cim, provider } = site;
  switch (step.action) {
    case 'redistribute':
      return answered(async () => {
        await cim.put(provider, targetPath(step), { RefreshNow: true }, never);
        return 0;
      });
    case 'validate':
      return askPair(site, step, 'VerifyPackage');
    case 'cancel':
      return askPair(site, step, 'CancelDistribution');
    case 'distribute':
      return answered(async () => {
        const where = { SiteCode: [step.siteCode], NALPath: [step.nalPath] };
        const path = packagePath(step, packageClass);
        const { returnValue } = await cim.invokeOn(provider, path, 'AddDistributionPoints', where, never);
        return returnValue;
      });
    case 'updateContent':
      return answered(async () => {
        const path = packagePath(step, packageClass);
        const { returnValue } = await cim.invokeOn(provider, path, 'RefreshPkgSource', {}, never);
        return returnValue;
      });
    case 'remove':
      return answered(async () => {
        await cim.delete(provider, targetPath(step), never);
        return 0;
      });
    case 'validateDp':
    case 'checkLists':
      return startDpValidation(site, step.dpName, never).catch(answerOf);
    case 'quarantine':
    case 'restore':
      return Promise.resolve({
        kind: 'refused',
        cause: 'The step does not say what it is to do to the library.',
      });
  }
};

/** Asks for a single-package validation, or to cancel a distribution, of the pair. */
export const askPair = (
  { cim, provider }: RunSite,
  { packageId, nalPath }: RunStep,
  method: 'VerifyPackage' | 'CancelDistribution',
): Promise<Answer> =>
  answered(async () => {
    const pair = { PackageId: packageId, NALPath: nalPath };
    const { returnValue } = await cim.invoke(provider, className, method, pair, never);
    return returnValue;
  });

/** @param ask gives what a method returned; 0 is success */
export const answered = async (ask: () => Promise<number>): Promise<Answer> => {
  try {
    const returned = await ask();
    return returned === 0
      ? { kind: 'accepted' }
      : {
          kind: 'refused',
          cause: `The SMS Provider returned ${returned}. Look for the package in its SmsProv.log.`,
        };
  } catch (error) {
    return answerOf(error);
  }
};

/** What an error says of the write that it answers. Rethrows what is no CimError: that is no answer of a site. */
export const answerOf = (error: unknown): Answer => {
  if (!(error instanceof CimError)) throw error;
  const cause = error.message;
  switch (error.kind) {
    case 'notFound':
      return { kind: 'refused', cause };
    case 'denied':
      return { kind: 'refused', cause, isDenied: true };
    case 'failed':
      return { kind: 'failed', cause };
    case 'unreachable':
    case 'cancelled':
      return { kind: 'none', cause };
  }
};
