import { impactAbout, impactClasses, impactLevels } from '../impact/impactLevel';
import { repairNeed, verdicts, type RepairNeed, type Verdict } from '../reconcile/verdict';
import { tallyClass, type TallyClass } from '../reconcile/tally';
import { installedValue, type Installed } from '../reconcile/installed';
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

const installs = [
  { value: 'yes', about: 'the DP offers it to clients' },
  { value: 'no', about: 'failed, in progress or pending' },
  { value: 'unknown', about: 'no source that was read tells' },
] as const satisfies readonly { readonly value: Installed; readonly about: string }[];

const disagreements = [
  { value: 'yes', about: 'sources contradict each other' },
  { value: 'no', about: 'none that were read do' },
] as const;

const suspicions = [
  { value: 'yes', about: 'lost messages are likelier than lost content' },
  { value: 'no', about: 'nothing speaks against it' },
] as const;

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
  { name: 'installed', kind: 'choice', about: "whether the DP's status says installed", values: installs },
  { name: 'disagree', kind: 'choice', about: 'whether sources disagree about it', values: disagreements },
  { name: 'reason', kind: 'text', searched: true, about: 'why the verdict is what it is' },
  { name: 'packageid', kind: 'text', searched: false, about: 'package ID alone' },
  { name: 'site', kind: 'text', searched: false, about: 'site code of the distribution point' },
  { name: 'since', kind: 'time', about: 'when the deciding fact happened, as in since<7d' },
  { name: 'last', kind: 'time', about: 'last result of content validation, as in last>30d' },
  { name: 'suspect', kind: 'choice', about: "whether the DP's last cycle looks wrong", values: suspicions },
  {
    name: 'impact',
    kind: 'choice',
    about: 'what stands still while it lacks, as in impact:osd',
    values: [
      ...impactClasses.map(({ value, about }) => ({ value, about })),
      ...impactLevels.map((value) => ({ value, about: impactAbout[value] })),
    ],
  },
  {
    name: 'needed',
    kind: 'text',
    searched: false,
    about: 'task sequence or deployment that needs it, name or ID',
  },
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

/** The value of `installed:` that a pair answers to. */
export const installedTexts = (installed: boolean | undefined): readonly string[] => [
  installedValue(installed),
];

/** The value of `disagree:` that a pair answers to. */
export const disagreeTexts = (disagrees: boolean): readonly string[] => [disagrees ? 'yes' : 'no'];

/** The values of `repair:` that a verdict answers to. */
export const repairTexts = (verdict: Verdict): readonly string[] => [repairNeed(verdict)];

/** The values of `suspect:` that a pair answers to. */
export const suspectTexts = (suspectCycle: boolean): readonly string[] => [suspectCycle ? 'yes' : 'no'];
