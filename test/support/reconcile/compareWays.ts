import { askBare } from './askBare';
import { askPeers, type Naming } from './askPeers';
import { HeapWatch, type HeapFigures } from './heapWatch';
import type { LoadedSite } from './loadSite';
import { peersAnswer } from './peersAnswer';
import { inNeed, onFinished, scoreOf, type Score } from './score';
import { Tool } from './tool';

/** How one way of asking did. */
export interface WayFigures {
  /** Milliseconds of each round, on the embedded database of the processor; of a way that asks each DP, scaled from the sample to all of them. */
  readonly took: readonly number[];
  /** Read from the database; scaled like the times. */
  readonly rows: number;
  /** How many pairs it calls in need of repair. */
  readonly listed: number;
  readonly score: Score;
  /** The same where only DPs with a finished cycle count. */
  readonly onFinished: Score;
}

export interface Comparison {
  /** Pairs that are expected, and those in need of repair. */
  readonly expected: number;
  readonly needed: number;
  /** DPs that the peers' queries were measured at. */
  readonly sampled: number;
  /** Of the tool's own process, without the database. */
  readonly heap: HeapFigures;
  readonly yardstick: readonly number[];
  readonly ways: Readonly<Record<WayName, WayFigures>>;
}

export const wayNames = ['ours', 'bare', 'exact', 'like'] as const;
export type WayName = (typeof wayNames)[number];

/** What the embedded database does is this process's work: of the processor's time, others take none. */
const now = (engine: LoadedSite['engine']): number => {
  if (engine === 'T-SQL') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** As many of the list, evenly from all of it. */
const spread = <T>(all: readonly T[], count: number): readonly T[] =>
  all.filter((_, at) => Math.floor(((at + 1) * count) / all.length) > Math.floor((at * count) / all.length));

/**
 * Asks all ways in turn, `rounds` times, on one loaded database, after each has been asked once.
 * @param sample how many DPs the peers' queries are measured at
 * @param yardstick work to compare times with
 */
export const compareWays = async (
  loaded: LoadedSite,
  { rounds, sample }: { readonly rounds: number; readonly sample: number },
  yardstick: () => unknown,
): Promise<Comparison> => {
  const { model, truth, database, engine } = loaded;
  const { dps } = model;
  const sampled = spread(dps, Math.min(sample, dps.length));
  const scale = dps.length / sampled.length;
  const timeOf = async (task: () => unknown): Promise<number> => {
    globalThis.gc?.();
    const began = now(engine);
    await task();
    return now(engine) - began;
  };
  const heap = new HeapWatch();
  const tool = await Tool.open(model, database, () => heap.look());
  try {
    heap.begin();
    const ours = await tool.ask();
    const memory = heap.end();
    const bare = await askBare(loaded, dps);
    const sampleRows = async (naming: Naming): Promise<number> =>
      (await askPeers(loaded, sampled, naming)).rows * scale;
    const found = {
      ours: { rows: ours.rows, pairs: await tool.needsRepair() },
      bare,
      exact: { rows: await sampleRows('exact'), pairs: await peersAnswer(database, dps, 'exact') },
      like: { rows: await sampleRows('like'), pairs: await peersAnswer(database, dps, 'like') },
    };
    const took: Record<WayName, number[]> = { ours: [], bare: [], exact: [], like: [] };
    const yardsticks: number[] = [];
    for (let round = 0; round < rounds; round++) {
      yardsticks.push(await timeOf(yardstick));
      took.bare.push(await timeOf(() => askBare(loaded, dps)));
      took.ours.push(await timeOf(() => tool.ask()));
      for (const naming of ['exact', 'like'] as const)
        took[naming].push(scale * (await timeOf(() => askPeers(loaded, sampled, naming))));
    }
    const needed = inNeed(truth);
    const neededOnFinished = onFinished(needed, truth);
    const figuresOf = (way: WayName): WayFigures => ({
      took: took[way],
      rows: Math.round(found[way].rows),
      listed: found[way].pairs.size,
      score: scoreOf(found[way].pairs, needed),
      onFinished: scoreOf(onFinished(found[way].pairs, truth), neededOnFinished),
    });
    return {
      expected: ours.expected,
      needed: needed.size,
      sampled: sampled.length,
      heap: memory,
      yardstick: yardsticks,
      ways: {
        ours: figuresOf('ours'),
        bare: figuresOf('bare'),
        exact: figuresOf('exact'),
        like: figuresOf('like'),
      },
    };
  } finally {
    await tool.close();
  }
};
