import { finishedCycle, keptPasses, openCycle, validationSetting } from './cycleEvidence';
import { disagreements, type Disagreement } from './disagreement';
import type { Evidence } from './evidence';
import {
  fail,
  groups,
  installedStatus,
  jobs,
  lastDistributionMessage,
  lastMessage,
  packagePeculiarity,
  packageRow,
  pass,
  placed,
  removal,
  stateGroup,
  status,
  summary,
  target,
  validatedVersion,
  type EvidenceKind,
} from './evidenceOf';
import type { PairFacts } from './pairFacts';
import { viewer } from './pairView';
import type { FactSource, SiteFacts } from './siteFacts';
import { verdictOf } from './verdictOf';

/** What each rule rests on, the deciding fact first. */
const restsOn: Readonly<Record<number, readonly EvidenceKind[]>> = {
  1: [groups, target],
  2: [target],
  3: [summary, target],
  4: [packageRow, target],
  5: [packageRow, summary, status, placed, pass, finishedCycle],
  6: [packageRow],
  7: [packageRow],
  8: [summary, jobs, lastDistributionMessage, status, stateGroup],
  9: [lastMessage, jobs, status],
  10: [removal, placed, pass, installedStatus],
  11: [fail, placed, pass, finishedCycle],
  12: [summary, status, lastDistributionMessage, pass],
  13: [packageRow, summary, validatedVersion, placed],
  14: [pass, finishedCycle, placed, fail],
  15: [placed, finishedCycle],
  16: [openCycle, placed, finishedCycle],
  17: [finishedCycle, keptPasses, placed],
  18: [validationSetting, placed],
  19: [finishedCycle, placed, pass, installedStatus],
  20: [pass, validationSetting, placed],
  21: [finishedCycle, validationSetting, placed],
  22: [placed, finishedCycle, summary],
};

/** Why a pair's verdict is what it is. */
export interface Explanation {
  /** Number of the rule that fitted first (docs/verdicts.md). */
  readonly rule: number;
  /** The facts that it rests on, the deciding ones first. */
  readonly evidence: readonly Evidence[];
  readonly disagreements: readonly Disagreement[];
  /** What was not read when the pair's facts were. */
  readonly notRead: readonly FactSource[];
  /** The site's time of that read, UTC epoch milliseconds. */
  readonly readAt: number;
}

export const explanationOf = (site: SiteFacts, pair: PairFacts): Explanation => {
  const view = viewer(site)(pair);
  const { rule, reason } = verdictOf(view);
  const facts = [...(restsOn[rule] ?? []), packagePeculiarity].flatMap((kind) => kind(view));
  return {
    rule,
    evidence: distinct([...notRead(rule, reason), ...facts]),
    disagreements: disagreements(view),
    notRead: [...site.notRead],
    readAt: site.readAt,
  };
};

/** The facts that a pair's verdict rests on, the deciding ones first. */
export const explain = (site: SiteFacts, pair: PairFacts): readonly Evidence[] =>
  explanationOf(site, pair).evidence;

const notRead = (rule: number, reason: string): readonly Evidence[] =>
  rule === 5
    ? [{ source: 'not read', text: reason, time: undefined, recordId: undefined, raw: undefined }]
    : [];

/** A message may tell two kinds of facts: it is listed once. */
const distinct = (facts: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(facts.map((fact) => [`${fact.source}|${fact.text}|${fact.time ?? ''}`, fact])).values(),
];
