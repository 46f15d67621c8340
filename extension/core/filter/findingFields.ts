import { repairNeed, verdicts, type RepairNeed, type Verdict } from '../reconcile/verdict';
import { tallyClass, type TallyClass } from '../reconcile/tally';
import type { FilterFields } from './filterField';

/** The classes of the tally, as `state:` takes them beside the verdicts. */
export const stateClasses = [
  { value: 'problems', about: 'needs repair or a decision' },
  { value: 'running', about: 'being distributed, removed or processed' },
  { value: 'stale', about: 'validated too long ago' },
  { value: 'unknown', about: 'not proved either way' },
  { value: 'acknowledged', about: 'set aside by an admin' },
  { value: 'validated', about: 'proved to be there' },
  { value: 'nothing', about: 'nothing to validate' },
] as const satisfies readonly { readonly value: TallyClass; readonly about: string }[];

const aboutClass = (name: TallyClass): string =>
  stateClasses.find(({ value }) => value === name)?.about ?? name;

const repairs = [
  { value: 'yes', about: 'redistributing mends it' },
  { value: 'ask', about: 'an admin decides first' },
  { value: 'no', about: 'nothing to redistribute' },
] as const satisfies readonly { readonly value: RepairNeed; readonly about: string }[];

/** What tables of findings, and the tree, can be filtered by. */
export const findingFields: FilterFields = [
  {
    name: 'state',
    kind: 'choice',
    about: 'verdict, or problems, running, stale, unknown, acknowledged, validated, nothing',
    values: [
      ...stateClasses,
      ...verdicts
        .filter((verdict) => stateClasses.every(({ value }) => value !== verdict))
        .map((verdict) => ({ value: verdict, about: aboutClass(tallyClass(verdict)) })),
    ],
  },
  { name: 'dp', kind: 'text', searched: true, about: 'distribution point' },
  { name: 'group', kind: 'text', searched: true, about: 'distribution point group' },
  { name: 'type', kind: 'text', searched: false, about: 'package type, such as Application' },
  { name: 'size', kind: 'size', about: 'content size, as in size>1GB' },
  { name: 'package', kind: 'text', searched: true, about: 'package name or ID' },
  { name: 'repair', kind: 'choice', about: 'whether redistributing mends it', values: repairs },
  { name: 'reason', kind: 'text', searched: true, about: 'why the verdict is what it is' },
  {
    name: 'acknowledged',
    kind: 'choice',
    about: 'whether an admin has set it aside',
    values: [
      { value: 'yes', about: 'set aside, and so not counted as a problem' },
      { value: 'no', about: 'not set aside, or no longer' },
      { value: 'expired', about: 'was set aside until a day that has passed' },
    ],
  },
  {
    name: 'new',
    kind: 'choice',
    about: 'a problem that was none a day ago',
    values: [
      { value: 'yes', about: 'no problem in the snapshot of yesterday' },
      { value: 'no', about: 'no problem, or one for longer' },
    ],
  },
  {
    name: 'flapping',
    kind: 'choice',
    about: 'a problem that went and came back, twice or more',
    values: [
      { value: 'yes', about: 'came back twice or more' },
      { value: 'no', about: 'did not' },
    ],
  },
];

/** The values of `state:` that a verdict answers to. @param of the class that its finding counts in */
export const stateTexts = (verdict: Verdict, of: TallyClass = tallyClass(verdict)): readonly string[] => [
  verdict,
  of,
];

/** The values of `repair:` that a verdict answers to. */
export const repairTexts = (verdict: Verdict): readonly string[] => [repairNeed(verdict)];
