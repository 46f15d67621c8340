import { packageTypeName } from '../content/packageType';
import type { DistributionPoint } from '../content/distributionPoint';
import type { DpGroup } from '../content/dpGroup';
import type { Package } from '../content/package';
import {
  disagreeTexts,
  findingFields,
  installedTexts,
  repairTexts,
  stateTexts,
  suspectTexts,
} from '../filter/findingFields';
import { impactTexts } from '../impact/impactLevel';
import { compileFilter, type FilterRecord } from '../filter/matches';
import { parseFilter } from '../filter/parse';
import type { Finding } from '../reconcile/finding';
import { markTexts } from '../reconcile/pairMarks';
import { canAcknowledge, countedAs, tallyClass, type Tally, type TallyClass } from '../reconcile/tally';
import { verdicts, type Verdict } from '../reconcile/verdict';
import { compileMayMatch, type PartialRecord } from './mayMatch';
import type { SiteIndex } from './siteIndex';

/** What the tree's filter lets through: pairs that match, and nodes below which one may. */
export class TreeFilter {
  private readonly mayMatch: (record: PartialRecord) => boolean;
  private readonly matches: (record: FilterRecord) => boolean;

  /** Throws FilterError for a text that is not understood. */
  constructor(readonly text: string) {
    const filter = parseFilter(text, findingFields);
    this.mayMatch = compileMayMatch(filter, findingFields);
    this.matches = compileFilter(filter, findingFields);
  }

  showsDp(dp: DistributionPoint, index: SiteIndex, tally: Tally | undefined): boolean {
    return this.mayMatch(
      partialRecord({ dp: [dp.serverName] }, 'untold', tally, { group: index.groupNamesOfDp(dp.key) }),
    );
  }

  showsGroup(group: DpGroup, index: SiteIndex, tally: Tally | undefined): boolean {
    const members = group.members.map((dp) => index.dpName(dp));
    return this.mayMatch(partialRecord({ group: [group.name] }, 'untold', tally, { dp: members }));
  }

  showsPackage(content: Package, index: SiteIndex, tally: Tally | undefined): boolean {
    const texts: Texts = {
      package: [content.name, content.packageId],
      type: [packageTypeName(content.type)],
      packageid: [content.packageId],
      ...impactOf(content.packageId, index),
    };
    return this.mayMatch(partialRecord(texts, content.bytes, tally));
  }

  showsPair(finding: Finding, index: SiteIndex): boolean {
    const content = index.packages.get(finding.packageId);
    const texts: Texts = {
      dp: [index.dpName(finding.dp)],
      group: index.groupNamesOfPair(finding.packageId, finding.dp),
      package: [index.packageName(finding.packageId), finding.packageId],
      type: content === undefined ? [] : [packageTypeName(content.type)],
      state: stateTexts(finding.verdict, countedAs(finding)),
      repair: repairTexts(finding.verdict),
      installed: installedTexts(finding.installed),
      disagree: disagreeTexts(finding.disagrees),
      reason: [finding.reason],
      packageid: [finding.packageId],
      site: [finding.siteCode],
      suspect: suspectTexts(finding.suspectCycle),
      ...impactOf(finding.packageId, index),
    };
    return this.matches({
      texts: (field) => texts[field] ?? markTexts(field, finding.marks),
      size: () => content?.bytes,
      time: (field) => (field === 'last' ? finding.lastResult : finding.since),
      now: index.inventory.readAt,
    });
  }
}

const impactOf = (packageId: string, { impact }: SiteIndex): Texts => {
  const { level, neededBy } = impact.ofPackage(packageId);
  return { impact: impactTexts(level), needed: neededBy };
};

type Texts = Readonly<Record<string, readonly string[] | undefined>>;

/** A node's own texts; what it does not have is for its pairs to tell, its states are told by its tally. */
const partialRecord = (
  own: Texts,
  bytes: number | undefined | 'untold',
  tally: Tally | undefined,
  ofSome: Texts = {},
): PartialRecord => {
  const texts: Texts = { ...own, state: tally && commonStates(tally) };
  const possible: Texts = { ...ofSome, state: tally && possibleStates(tally) };
  return {
    texts: (field) => texts[field] ?? (possible[field] && []),
    possibleTexts: (field) => possible[field] ?? [],
    size: () => bytes,
  };
};

const classes = (tally: Tally): readonly TallyClass[] =>
  (['validated', 'problems', 'running', 'stale', 'unknown', 'acknowledged', 'nothing'] as const).filter(
    (one) => tally[one] > 0,
  );

/** True of each of its pairs. */
const commonStates = (tally: Tally): readonly string[] => {
  const [only, ...others] = classes(tally);
  return only === undefined || others.length > 0 ? [] : [only];
};

/** True of some of its pairs, perhaps. */
const possibleStates = (tally: Tally): readonly string[] => {
  const present = classes(tally);
  const mayBe = (verdict: Verdict): boolean =>
    present.includes(tallyClass(verdict)) || (tally.acknowledged > 0 && canAcknowledge(verdict));
  return [...present, ...verdicts.filter(mayBe)];
};
