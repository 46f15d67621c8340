import { evaluatedAt, evaluationTime, type Cycle } from './cycle';
import { lastFinished, type DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';
import { messageKind } from './messageKind';
import type { MessageLog } from './messageLog';
import { messagesKeptFor, minute, second } from './time';
import type { Obstacle, TrueContent, TruePair } from './trueContent';

/** What a DP's last failed validation found, by message. */
const damage: Readonly<Record<2382 | 2383 | 2385, TrueContent>> = {
  2382: 'badHash',
  2383: 'corrupt',
  2385: 'filesMissing',
};

export interface StoryJob {
  readonly action: 1 | 2 | 5;
  readonly state: number;
  readonly created: number;
  readonly updated: number;
  readonly retryCount?: number;
  /** Part of the bytes still to send. */
  readonly remaining?: number;
}

/** A second row of the pair, under the NAL path of the site that the DP belonged to before. */
export interface FormerRow {
  readonly state: number;
  readonly time: number;
}

export interface NewestMessage {
  readonly id: number;
  readonly time: number;
  /** Its place in the log; undefined when it is deleted by age. */
  readonly entry: number | undefined;
}

/**
 * What happened to one package on one DP, told in events: rows and messages follow from it. `undefined` row parts
 * have no row. Times are UTC epoch milliseconds.
 */
export class PairStory {
  /** v_DistributionPoint.Status. */
  target: 0 | 1 | 2 | 3 | undefined = 2;
  lastRefresh: number | undefined;
  /** v_PackageStatusDistPointsSumm. */
  state: number | undefined = 0;
  version: number;
  lastCopied: number | undefined;
  summaryDate: number;
  /** v_ContentDistribution has a row. */
  distribution = true;
  /** v_ContentDistributionVersions. */
  validated: { readonly version: number; readonly time: number } | undefined;
  job: StoryJob | undefined;
  formerRow: FormerRow | undefined;
  /** What truly lies on the DP; decides what later validations say. */
  content: TrueContent = 'good';
  /** Which version truly lies there, when it is not the one that the summarizer names. */
  heldVersion: number | undefined;
  /** What keeps a new distribution from succeeding. */
  obstacle: Obstacle | undefined;
  /** The newest message that Content Status shows. */
  newest: NewestMessage | undefined;

  constructor(
    readonly dp: DemoDp,
    readonly what: DemoPackage,
    /** Place in the DP's validation order, 0 to 1. */
    readonly position: number,
    private readonly packages: number,
    readonly now: number,
    private readonly log: MessageLog,
  ) {
    this.version = what.sourceVersion;
    this.summaryDate = now - messagesKeptFor;
  }

  /** The last finished cycle of its DP; cases that need one are only told on such a DP. */
  get cycle(): Cycle {
    const cycle = lastFinished(this.dp);
    if (cycle === undefined) throw new Error(`${this.dp.server} has no finished cycle.`);
    return cycle;
  }

  says(id: number, time: number, version?: number, extra?: readonly string[]): this {
    const isKept = time > this.now - messagesKeptFor;
    const { dp, what } = this;
    const entry = isKept ? this.log.add({ id, time, dp, what, version, extra }) : undefined;
    if (messageKind(id).state !== undefined && time >= (this.newest?.time ?? -Infinity))
      this.newest = { id, time, entry };
    return this;
  }

  /** Content was distributed and came. */
  arrived(time: number): this {
    this.says(2357, time - 15 * minute);
    if (this.dp.isPullDp) this.says(9507, time - 14 * minute).says(9509, time - 2 * minute);
    else this.says(8200, time - minute, this.version);
    this.says(2330, time);
    this.lastRefresh = time - 20 * minute;
    this.lastCopied = time;
    this.summaryDate = time + 3 * minute;
    this.content = 'good';
    return this;
  }

  /** A validation that succeeded, by a cycle or by hand. */
  verified(time: number, version = this.version, took = 20 * second): this {
    const told = this.dp.style.versionAttribute || version !== this.what.sourceVersion;
    this.says(2380, time - took).says(2384, time, told ? version : undefined);
    if (this.dp.versionsKnown) this.validated = { version, time };
    return this;
  }

  /** A validation that failed. */
  found(id: 2382 | 2383 | 2385, time: number, took = 20 * second): this {
    const files = id === 2385 ? ['setup.exe, data1.cab'] : undefined;
    this.says(2380, time - took).says(id, time, undefined, files);
    this.content = damage[id];
    return this;
  }

  /** Every cycle since it arrived verified it, but for those that are left out. */
  verifiedInCycles(leaveOut: readonly Cycle[] = [], version = this.version): this {
    for (const cycle of [...this.dp.cycles].reverse()) {
      const time = this.at(cycle);
      if (leaveOut.includes(cycle) || time <= (this.lastCopied ?? -Infinity) || time > cycle.reached)
        continue;
      if (cycle.detailed) this.verified(time, version, evaluationTime(cycle, this.packages));
      else if (this.dp.versionsKnown) this.validated = { version, time };
    }
    return this;
  }

  /** When a cycle comes to this package. */
  at(cycle: Cycle): number {
    return evaluatedAt(cycle, this.position);
  }

  /** What the simulation goes on from. */
  get truth(): TruePair {
    const version = this.heldVersion ?? this.version;
    const isCurrent = version === this.what.sourceVersion;
    return { content: this.content, version: isCurrent ? undefined : version, obstacle: this.obstacle };
  }
}
