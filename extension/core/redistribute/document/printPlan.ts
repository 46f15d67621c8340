import type { Plan } from '../plan';
import { sealOf } from './seal';
import {
  headShapes,
  namesIn,
  namesOf,
  stepShapes,
  storedHead,
  storedRefusal,
  storedStep,
  type StoredHead,
  type StoredStep,
} from './storedPlan';

/** End of the name of a plan's file: the schema of its fields is found by it. */
export const planFileEnd = '.cmplan.json';

/**
 * A plan as a document: JSON with a group of lines for each step, in the order of the plan, so that it can be reviewed,
 * compared in git and edited down. Steps may be taken out; each bears a seal that tells when anything else was changed.
 */
export const printPlan = (plan: Plan): string => {
  const refused = plan.refused.map(storedRefusal);
  const head = plainJson(storedHead(plan));
  const seal = sealOf({ ...head, refused }, [...namesOf(headShapes), 'refused'], '');
  const steps = plan.steps.map((step) => {
    const stored = storedStep(step);
    return { ...stored, seal: stepSeal(stored, plan.hash) };
  });
  return `${JSON.stringify({ ...head, seal, steps, refused }, null, 2)}\n`;
};

export const stepSeal = (step: StoredStep, hash: string): string =>
  sealOf({ ...step }, namesIn(stepShapes, step), hash);

/** As it is read again: fields that are undefined lack. */
const plainJson = (head: StoredHead): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(head)) as Readonly<Record<string, unknown>>;
