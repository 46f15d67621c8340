import type { PackageBefore, ReadBefore } from '../../core/run/writeGuard';
import type { RunStep } from '../../core/run/runPlan';
import { CimError, type CimInstancePath, type CimProperties } from '../../ports/cim';
import type { RunSite } from './runSite';

/** Reads are tried so often: nothing comes of one that is made again. */
const attempts = 3;

const never = new AbortController().signal;

const pairKeys = ({ packageId, nalPath, siteCode }: RunStep): CimProperties => ({
  PackageID: packageId,
  ServerNALPath: nalPath,
  SiteCode: siteCode,
});

/** The one instance of SMS_DistributionPoint that the step is about, by all its keys. */
export const targetPath = (step: RunStep): CimInstancePath => ({
  className: 'SMS_DistributionPoint',
  keys: pairKeys(step),
});

/** Packages of some types have no SMS_Package instance, but all have one of the base class. */
const packageClasses = ['SMS_Package', 'SMS_PackageBaseclass'] as const;

export const packagePath = ({ packageId }: RunStep, className: string): CimInstancePath => ({
  className,
  keys: { PackageID: packageId },
});

export type ReadRightBefore = Omit<ReadBefore, 'hasOpenJob'> & {
  /** The class that has the package, for its methods. */
  readonly packageClass: string;
};

/** What the provider says right before the write. @throws CimError of the target: nothing can be written then */
export const readBefore = async (site: RunSite, step: RunStep): Promise<ReadRightBefore> => {
  const ofPair = step.dp !== '';
  const target = ofPair ? await get(site, targetPath(step)) : undefined;
  const summary = ofPair
    ? await orNotRead(get(site, { className: 'SMS_PackageStatusDistPointsSummarizer', keys: pairKeys(step) }))
    : undefined;
  const { content, packageClass } = await readPackage(site, step);
  return {
    target:
      target === undefined
        ? 'none'
        : { status: Number(target.Status ?? 0), lastRefreshTime: timeOf(target.LastRefreshTime) },
    summary: summary === 'notRead' ? summary : summary === undefined ? 'none' : stateOf(summary.State),
    package: content === 'notRead' ? content : content === undefined ? 'none' : packageOf(content),
    packageClass,
  };
};

const readPackage = async (
  site: RunSite,
  step: RunStep,
): Promise<{ readonly content: CimProperties | 'notRead' | undefined; readonly packageClass: string }> => {
  let content: CimProperties | 'notRead' | undefined;
  for (const packageClass of packageClasses) {
    const found = await orNotRead(get(site, packagePath(step, packageClass)));
    if (typeof found === 'object') return { content: found, packageClass };
    // Not read beats not there.
    content = content ?? found;
  }
  return { content, packageClass: packageClasses[0] };
};

const get = async ({ cim, provider }: RunSite, path: CimInstancePath): Promise<CimProperties | undefined> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await cim.get(provider, path, never);
    } catch (error) {
      if (!(error instanceof CimError) || error.kind !== 'failed' || attempt >= attempts) throw error;
    }
};

/** Who cannot be reached, or denies access, ends the run; other failures leave one thing unread. */
const orNotRead = async <T>(reading: Promise<T>): Promise<T | 'notRead'> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CimError && error.kind === 'failed') return 'notRead';
    throw error;
  }
};

const stateOf = (state: unknown): ReadBefore['summary'] => {
  const number = numberOf(state);
  return number === undefined ? 'notRead' : { state: number };
};

const noDistribution = 0x10000000;
const taskSequence = 4;
const noSource = 1;

const packageOf = (content: CimProperties): PackageBefore | 'notRead' => {
  const actionInProgress = numberOf(content.ActionInProgress);
  if (actionInProgress === undefined) return 'notRead';
  return {
    actionInProgress,
    sourceVersion: numberOf(content.SourceVersion),
    isEmpty:
      content.PackageType === taskSequence ||
      content.PkgSourceFlag === noSource ||
      ((numberOf(content.PkgFlags) ?? 0) & noDistribution) !== 0,
  };
};

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const timeOf = (value: unknown): number | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
};
