import { verdicts, type Verdict } from '../../reconcile/verdict';
import type { LibraryWork } from '../../library/repair/libraryEntry';
import { isLibraryWork } from '../../run/parseLibraryWork';
import type { PlanLine } from '../budget/planLine';
import type { Plan, PlanPurpose, PlanRefusal, PlanStep } from '../plan';
import {
  fields,
  listOf,
  oneOf,
  optional,
  orNull,
  text,
  texts,
  time,
  whole,
  type FieldShape,
  type Shapes,
} from './fieldShape';

/** A plan as its document holds it; what is not known is null, times are ISO 8601 in UTC. */
export interface StoredStep {
  readonly id: string;
  readonly action: PlanStep['action'];
  readonly package: string;
  readonly packageName: string;
  readonly dp: string;
  readonly dpName: string;
  readonly nalPath: string;
  readonly siteCode: string;
  readonly bytes: number | null;
  readonly sourceDp: string;
  readonly before: {
    readonly state: number | null;
    readonly sourceVersion: number | null;
    readonly lastRefreshTime: string | null;
  };
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly truth: string;
  readonly instead: string;
  readonly cautions: readonly string[];
  readonly reaches: readonly string[];
  /** Only of steps that have it: other documents are as they were before there were such steps. */
  readonly library?: LibraryWork;
}

export interface StoredRefusal {
  readonly package: string;
  readonly packageName: string;
  readonly dpName: string;
  readonly verdict: Verdict | null;
  readonly rule: string;
  readonly reason: string;
}

export interface StoredHead {
  readonly format: typeof planFormat;
  readonly version: typeof planVersion;
  readonly hash: string;
  readonly site: string;
  readonly purpose: PlanPurpose;
  readonly madeAt: string;
  readonly readAt: string;
  readonly caps: Plan['caps'];
  readonly totals: Plan['totals'] & { readonly steps: number };
  readonly notes: readonly string[];
  readonly lines: readonly StoredLine[];
}

/** What was not read of a line lacks. */
export type StoredLine = Partial<PlanLine> & Pick<PlanLine, 'dp' | 'dpName'>;

export const planFormat = 'configmgr-content-plan';
export const planVersion = 1;

const actions = [
  ...['validate', 'redistribute', 'distribute', 'updateContent', 'cancel', 'remove', 'validateDp'],
  ...['quarantine', 'restore', 'checkLists'],
];
const verdict = orNull(oneOf(...verdicts));

export const stepShapes: Readonly<Record<keyof StoredStep, FieldShape>> = {
  id: text,
  action: oneOf(...actions),
  package: text,
  packageName: text,
  dp: text,
  dpName: text,
  nalPath: text,
  siteCode: text,
  bytes: orNull(whole),
  sourceDp: text,
  before: fields({
    state: orNull(whole),
    sourceVersion: orNull(whole),
    lastRefreshTime: orNull(time),
  }),
  verdict,
  reason: text,
  truth: text,
  instead: text,
  cautions: texts,
  reaches: texts,
  library: { fits: isLibraryWork, expected: 'an entry of a content library', isOptional: true },
};

export const refusalShapes: Readonly<Record<keyof StoredRefusal, FieldShape>> = {
  package: text,
  packageName: text,
  dpName: text,
  verdict,
  rule: text,
  reason: text,
};

const anyLine: FieldShape = {
  fits: (value) => typeof value === 'object' && value !== null && 'dp' in value && 'dpName' in value,
  expected: 'a line to a distribution point',
};

export const headShapes: Readonly<Record<keyof StoredHead, FieldShape>> = {
  format: oneOf(planFormat),
  version: { fits: (value) => value === planVersion, expected: String(planVersion) },
  hash: text,
  site: text,
  purpose: oneOf('repair', 'repairLibrary', ...actions),
  madeAt: time,
  readAt: time,
  caps: fields({
    steps: whole,
    distributionPoints: whole,
    bytes: whole,
    dpsAtOnce: optional(whole),
    spreadMinutes: optional(whole),
  }),
  totals: fields({
    steps: whole,
    packages: whole,
    distributionPoints: whole,
    bytes: whole,
    stepsOfUnknownSize: whole,
  }),
  notes: texts,
  lines: listOf(anyLine),
};

export const namesOf = (shapes: Shapes): readonly string[] => Object.keys(shapes);

/** Names of those fields that it has to have, and of the others that it has. */
export const namesIn = (shapes: Shapes, value: object): readonly string[] =>
  Object.keys(shapes).filter((name) => shapes[name]?.isOptional !== true || Object.hasOwn(value, name));

const iso = (at: number): string => new Date(at).toISOString();

/** Its fields in the order of the document: also what a plan's hash is of. */
export const storedStep = (step: PlanStep): StoredStep => ({
  id: step.id,
  action: step.action,
  package: step.packageId,
  packageName: step.packageName,
  dp: step.dp,
  dpName: step.dpName,
  nalPath: step.nalPath,
  siteCode: step.siteCode,
  bytes: step.bytes ?? null,
  sourceDp: step.sourceDp,
  before: {
    state: step.before.state ?? null,
    sourceVersion: step.before.sourceVersion ?? null,
    lastRefreshTime: step.before.lastRefreshTime === undefined ? null : iso(step.before.lastRefreshTime),
  },
  verdict: step.verdict ?? null,
  reason: step.reason,
  truth: step.truth,
  instead: step.instead,
  cautions: step.cautions,
  reaches: step.reaches,
  ...(step.library === undefined ? {} : { library: step.library }),
});

export const storedRefusal = (refusal: PlanRefusal): StoredRefusal => ({
  package: refusal.packageId,
  packageName: refusal.packageName,
  dpName: refusal.dpName,
  verdict: refusal.verdict ?? null,
  rule: refusal.rule,
  reason: refusal.reason,
});

export const storedHead = (plan: Plan): StoredHead => ({
  format: planFormat,
  version: planVersion,
  hash: plan.hash,
  site: plan.siteCode,
  purpose: plan.purpose,
  madeAt: iso(plan.madeAt),
  readAt: iso(plan.readAt),
  caps: plan.caps,
  totals: { steps: plan.steps.length, ...plan.totals },
  notes: plan.notes,
  lines: plan.lines,
});
