import { JsonError, parseJsonLines, type JsonNode } from '../../acknowledge/jsonLines';
import { kindOf } from '../../connection/entryReader';
import type { DpKey } from '../../content/nalPath';
import type { PlanLine } from '../budget/planLine';
import { planOf } from '../makePlan';
import type { Plan, PlanRefusal, PlanStep } from '../plan';
import { isRecord, problemsOf } from './fieldShape';
import { brokenFields } from './seal';
import {
  headShapes,
  namesIn,
  namesOf,
  planFormat,
  planVersion,
  refusalShapes,
  stepShapes,
  type StoredHead,
  type StoredRefusal,
  type StoredStep,
} from './storedPlan';

/** What a document comes to: a plan, of which steps may have been taken out, or why it is none. */
export type ParsedPlan =
  | {
      readonly kind: 'plan';
      readonly plan: Plan;
      /** Hash of the plan before it was edited down; undefined when nothing was taken out. */
      readonly editedFrom: string | undefined;
      readonly removedSteps: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** More of what was changed helps nobody. */
const mostProblems = 20;

export const parsePlan = (document: string): ParsedPlan => {
  try {
    const root = parseJsonLines(document);
    const problems = headProblems(root);
    if (problems.length > 0) return refused(problems);
    const { steps, refused: left, ...head } = root.value as PlanDocument;
    const wrong = stepsProblems(root, steps, head.hash);
    return wrong.length > 0 ? refused(wrong) : planOfDocument(head, steps, left);
  } catch (error) {
    if (error instanceof JsonError) return refused([`line ${error.line}: ${error.message}`]);
    throw error;
  }
};

type PlanDocument = StoredHead & {
  readonly steps: readonly (StoredStep & { readonly seal: string })[];
  readonly refused: readonly StoredRefusal[];
};

const refused = (problems: readonly string[]): ParsedPlan => ({
  kind: 'refused',
  problems: problems.slice(0, mostProblems),
});

const anything = { fits: () => true, expected: '' };
const documentShapes = { ...headShapes, seal: anything, steps: anything, refused: anything };

const headProblems = ({ value, items }: JsonNode): readonly string[] => {
  if (!isRecord(value)) return [`Expected an object, { ... }, found ${kindOf(value)}.`];
  if (value['format'] !== planFormat)
    return [`This is no plan: format is not "${planFormat}". Plans are saved from the page that shows one.`];
  if (value['version'] !== planVersion)
    return [
      `version: Expected ${planVersion}. A plan of another version is read by another version of ConfigMgr Content.`,
    ];
  const misshapen = problemsOf('', value, documentShapes);
  if (misshapen.length > 0) return misshapen;
  const lists = (['steps', 'refused'] as const).filter((name) => !Array.isArray(value[name]));
  if (lists.length > 0) return lists.map((name) => `${name}: Expected a list, found ${kindOf(value[name])}.`);
  const lineOf = (name: string): number => items[Object.keys(value).indexOf(name)]?.line ?? 1;
  return brokenFields(value, [...namesOf(headShapes), 'refused'], '', value['seal']).map(
    (name) => `line ${lineOf(name)}: ${name} ${wasChanged}`,
  );
};

const wasChanged =
  'was changed. Only steps may be taken out of a plan, each as a whole; make a new plan for anything else.';

const stepsProblems = (root: JsonNode, steps: readonly unknown[], hash: string): readonly string[] => {
  const nodes = root.items.find(({ value }) => value === steps)?.items ?? [];
  let last = 0;
  return nodes.flatMap(({ line, value }, index): readonly string[] => {
    const place = `line ${line}, steps[${index}]`;
    if (!isRecord(value)) return [`${place}: Expected a step, { ... }, found ${kindOf(value)}.`];
    const { seal, ...step } = value;
    const misshapen = problemsOf(`${place}.`, step, stepShapes);
    if (misshapen.length > 0) return misshapen;
    const broken = brokenFields(step, namesIn(stepShapes, step), hash, seal);
    if (broken.length > 0) return broken.map((name) => `${place}: ${name} ${wasChanged}`);
    const id = Number(step['id']);
    if (id <= last) return [`${place}: step ${id} stands there twice, or was moved. Its place is before.`];
    last = id;
    return [];
  });
};

const planOfDocument = (
  head: StoredHead,
  steps: readonly StoredStep[],
  left: readonly StoredRefusal[],
): ParsedPlan => {
  const misshapen = left.flatMap((one, index) => problemsOf(`refused[${index}].`, { ...one }, refusalShapes));
  if (misshapen.length > 0) return refused(misshapen);
  const plan = planOf(head.purpose, steps.map(stepOf), left.map(refusalOf), {
    siteCode: head.site,
    caps: head.caps,
    notes: head.notes,
    // Every field that was not read lacks: to that, undefined is the same.
    lines: head.lines as readonly PlanLine[],
    now: Date.parse(head.madeAt),
    readAt: Date.parse(head.readAt),
  });
  const removedSteps = head.totals.steps - steps.length;
  if (removedSteps === 0 && plan.hash !== head.hash) return refused([`hash ${wasChanged}`]);
  return { kind: 'plan', plan, editedFrom: removedSteps === 0 ? undefined : head.hash, removedSteps };
};

const stepOf = (step: StoredStep): PlanStep => ({
  id: step.id,
  action: step.action,
  packageId: step.package,
  packageName: step.packageName,
  dp: step.dp as DpKey | '',
  dpName: step.dpName,
  nalPath: step.nalPath,
  siteCode: step.siteCode,
  bytes: step.bytes ?? undefined,
  sourceDp: step.sourceDp,
  before: {
    state: step.before.state ?? undefined,
    sourceVersion: step.before.sourceVersion ?? undefined,
    lastRefreshTime:
      step.before.lastRefreshTime === null ? undefined : Date.parse(step.before.lastRefreshTime),
  },
  verdict: step.verdict ?? undefined,
  reason: step.reason,
  truth: step.truth,
  instead: step.instead,
  cautions: step.cautions,
  reaches: step.reaches,
  ...(step.library === undefined ? {} : { library: step.library }),
});

const refusalOf = (refusal: StoredRefusal): PlanRefusal => ({
  packageId: refusal.package,
  packageName: refusal.packageName,
  dpName: refusal.dpName,
  verdict: refusal.verdict ?? undefined,
  rule: refusal.rule,
  reason: refusal.reason,
});
