import assert from 'node:assert/strict';
import fc from 'fast-check';
import schema from '../../../resources/plan.schema.json';
import { verdicts } from '../../../extension/core/reconcile/verdict';
import { parsePlan, type ParsedPlan } from '../../../extension/core/redistribute/document/parsePlan';
import { printPlan } from '../../../extension/core/redistribute/document/printPlan';
import { makePlan } from '../../../extension/core/redistribute/makePlan';
import type { Plan } from '../../../extension/core/redistribute/plan';
import { candidateOf, dpNamed, quiet } from './candidates';

interface Document extends Record<string, unknown> {
  steps: Record<string, unknown>[];
  refused: Record<string, unknown>[];
}

const planOfPairs = (count: number): Plan =>
  makePlan(
    'repair',
    Array.from({ length: count }, (_, index) =>
      candidateOf(`P01${String(index).padStart(5, '0')}`, dpNamed(`dp${index % 4}.contoso.com`), {
        verdict: verdicts[index % verdicts.length] ?? 'missing',
        reason: `Why "${index}" \\ – and <b>more</b>.`,
      }),
    ),
    { ...quiet, now: Date.UTC(2026, 10, 21, 12), readAt: Date.UTC(2026, 10, 21, 11, 59) },
  );

const plan = planOfPairs(60);
const printed = printPlan(plan);
const documentOf = (text: string): Document => JSON.parse(text) as Document;

/** What comes of the plan's document after someone's edit. */
const after = (edit: (document: Document) => void, of: Plan = plan): ParsedPlan => {
  const document = documentOf(printPlan(of));
  edit(document);
  return parsePlan(JSON.stringify(document, null, 2));
};

const problemsOf = (parsed: ParsedPlan): readonly string[] => {
  assert.equal(parsed.kind, 'refused');
  return parsed.problems;
};

describe('the document of a plan', () => {
  it('is read as the plan that was written, hash and all', () =>
    assert.deepEqual(parsePlan(printed), {
      kind: 'plan',
      plan,
      editedFrom: undefined,
      removedSteps: 0,
    }));

  it('has the lines of a step together, in the order of the plan, whatever a machine calls a line end', () => {
    const places = plan.steps.map(({ id }) => printed.indexOf(`"id": "${id}",`));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.equal(printPlan(plan), printed);
    assert.deepEqual(parsePlan(printed.replaceAll('\n', '\r\n')), parsePlan(printed));
  });

  it('may be edited down, to a plan of its own with another hash', () =>
    fc.assert(
      fc.property(
        fc.subarray(
          plan.steps.map(({ id }) => id),
          { minLength: 1 },
        ),
        (kept) => {
          const parsed = after((document) => {
            document.steps = document.steps.filter(({ id }) => kept.includes(String(id)));
          });
          assert.equal(parsed.kind, 'plan');
          assert.deepEqual(
            parsed.plan.steps,
            plan.steps.filter(({ id }) => kept.includes(id)),
          );
          const isWhole = kept.length === plan.steps.length;
          assert.equal(parsed.plan.hash === plan.hash, isWhole);
          assert.equal(parsed.editedFrom, isWhole ? undefined : plan.hash);
          assert.equal(parsed.removedSteps, plan.steps.length - kept.length);
          // Saved again, it is a whole plan.
          assert.deepEqual(parsePlan(printPlan(parsed.plan)), {
            kind: 'plan',
            plan: parsed.plan,
            editedFrom: undefined,
            removedSteps: 0,
          });
        },
      ),
      { numRuns: 30 },
    ));

  it('tells which word of a step was changed, and where', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: plan.steps.length - 1 }),
        fc.constantFrom(
          'package',
          'packageName',
          'dp',
          'dpName',
          'nalPath',
          'siteCode',
          'reason',
          'sourceDp',
        ),
        fc.string({ maxLength: 5 }),
        (at, field, more) => {
          const problems = problemsOf(
            after(({ steps }) => {
              const step = steps[at];
              if (step !== undefined) step[field] = `${String(step[field])}${more}!`;
            }),
          );
          assert.equal(problems.length, 1);
          assert.match(problems[0] ?? '', new RegExp(`^line \\d+, steps\\[${at}\\]: ${field} was changed`));
        },
      ),
    ));

  const edits: readonly (readonly [name: string, edit: (document: Document) => void, says: RegExp])[] = [
    [
      'another action',
      (d) => Object.assign(d.steps[0] ?? {}, { action: 'remove' }),
      /steps\[0\]: action was/,
    ],
    ['other bytes', (d) => Object.assign(d.steps[2] ?? {}, { bytes: 1 }), /steps\[2\]: bytes was changed/],
    ['another state', (d) => Object.assign(d.steps[0] ?? {}, { before: null }), /before: Expected an object/],
    ['no cautions', (d) => delete d.steps[1]?.['cautions'], /steps\[1\]\.cautions is missing/],
    ['one more word', (d) => Object.assign(d.steps[1] ?? {}, { force: true }), /steps\[1\]\.force was added/],
    ['a step twice', (d) => d.steps.push({ ...d.steps[0] }), /step 1 stands there twice, or was moved/],
    ['steps moved', (d) => d.steps.reverse(), /or was moved/],
    [
      'higher caps',
      (d) => Object.assign(d, { caps: { steps: 5_000, distributionPoints: 50, bytes: 1 } }),
      /caps was changed/,
    ],
    ['another site', (d) => Object.assign(d, { site: 'X01' }), /line \d+: site was changed/],
    ['another purpose', (d) => Object.assign(d, { purpose: 'remove' }), /purpose was changed/],
    ['an older read', (d) => Object.assign(d, { readAt: '2026-11-22T00:00:00.000Z' }), /readAt was changed/],
    ['fewer refusals', (d) => d.refused.pop(), /refused was changed/],
    ['a new seal', (d) => Object.assign(d.steps[0] ?? {}, { seal: 'abc' }), /steps\[0\]: seal was changed/],
    ['another format', (d) => Object.assign(d, { format: 'x' }), /This is no plan/],
    ['another version', (d) => Object.assign(d, { version: 2 }), /another version of ConfigMgr Content/],
    ['one more field', (d) => Object.assign(d, { unattended: true }), /unattended was added/],
    ['steps of no list', (d) => Object.assign(d, { steps: {} }), /steps: Expected a list/],
  ];
  for (const [name, edit, says] of edits)
    it(`refuses ${name}`, () => assert.match(problemsOf(after(edit)).join('\n'), says));

  it('takes no step of another plan', () => {
    const other = makePlan('redistribute', [candidateOf('P0100001', dpNamed('dp9.contoso.com'))], quiet);
    const [foreign] = documentOf(printPlan(other)).steps;
    const problems = problemsOf(after(({ steps }) => void steps.push({ ...foreign })));
    assert.match(problems[0] ?? '', /was changed/);
  });

  it('names the line of what is no JSON', () =>
    assert.match(problemsOf(parsePlan(printed.replace('"madeAt":', '"madeAt"'))).join(), /^line 7: /));

  it('has a schema that knows each of its fields and no other', () => {
    const [step] = documentOf(printed).steps;
    const [left] = documentOf(printed).refused;
    const { properties, $defs } = schema;
    assert.deepEqual(Object.keys(properties), Object.keys(documentOf(printed)));
    // Only steps on the lists of a DP have the last one.
    assert.deepEqual(Object.keys($defs.step.properties), [...Object.keys(step ?? {}), 'library']);
    assert.deepEqual($defs.step.required, Object.keys(step ?? {}));
    assert.deepEqual(Object.keys($defs.refusal.properties), Object.keys(left ?? {}));
    assert.deepEqual(
      schema.$defs.verdict.enum.filter((one) => one !== null),
      [...verdicts],
    );
  });
});
