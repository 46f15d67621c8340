import type { DpKey } from '../../../core/content/nalPath';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { Verdict } from '../../../core/reconcile/verdict';
import { lastFinished } from './demoDp';
import type { SiteModel } from './siteModel';
import type { ToldPair } from './tellStories';
import { day, hour, messagesKeptFor } from './time';

export interface TruthOfPair {
  readonly verdict: Verdict;
  /** Id of the case that the pair shows (cases/). */
  readonly case: string;
}

/** The last finished cycle of a DP, as it truly was. */
export interface TruthOfCycle {
  readonly start: number;
  readonly end: number;
  /** Its 2393 is not deleted by age yet. */
  readonly startKept: boolean;
}

/** What the truth takes for granted; milliseconds. */
export interface TruthSettings {
  /** Nothing changed for so long: stalled. */
  readonly stalledAfter: number;
  /** A pass may be this old at least: the limit is the larger of this and twice the schedule's interval. */
  readonly staleAfterAtLeast: number;
  readonly messagesKeptFor: number;
}

const settings: TruthSettings = { stalledAfter: 24 * hour, staleAfterAtLeast: 30 * day, messagesKeptFor };

/** What there is to find, known from what the generator did. Holds at the site's time `now`. */
export class Truth {
  readonly settings = settings;
  readonly now: number;
  /** DPs whose last cycle cannot be trusted. */
  readonly suspectDps: ReadonlySet<DpKey>;
  readonly lastFinishedCycles: ReadonlyMap<DpKey, TruthOfCycle>;
  private readonly expected = new Map<PairId, TruthOfPair>();
  private readonly others = new Map<PairId, string>();
  private readonly byCase = new Map<string, TruthOfPair>();

  constructor(site: SiteModel) {
    this.now = site.options.now;
    this.suspectDps = new Set(site.dps.filter(({ profile }) => profile === 'suspect').map(({ key }) => key));
    this.lastFinishedCycles = new Map(
      site.dps.flatMap((dp): [DpKey, TruthOfCycle][] => {
        const cycle = lastFinished(dp);
        if (cycle?.mark === undefined) return [];
        const startKept = cycle.start > this.now - messagesKeptFor;
        return [[dp.key, { start: cycle.start, end: cycle.mark.time, startKept }]];
      }),
    );
  }

  /** Every expected pair. */
  get pairs(): ReadonlyMap<PairId, TruthOfPair> {
    return this.expected;
  }

  /** Rows of pairs that nobody expects (leftovers, targets being deleted), with their case. */
  get notExpected(): ReadonlyMap<PairId, string> {
    return this.others;
  }

  add({ story, shows }: ToldPair): void {
    const pair = pairId(story.what.packageId, story.dp.key);
    const { id, verdict } = shows;
    if (verdict === 'notExpected') this.others.set(pair, id);
    else this.expected.set(pair, this.shared(id, verdict));
  }

  /** One object for all pairs of a case: a medium site has 300,000 pairs. */
  private shared(id: string, verdict: Verdict): TruthOfPair {
    const known = this.byCase.get(id) ?? { verdict, case: id };
    this.byCase.set(id, known);
    return known;
  }
}
