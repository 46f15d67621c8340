// What is missing on all DPs, asked three ways of one loaded database: as the peers do (a query a DP, by exact name
// and by LIKE), by one bare NOT EXISTS, and with all verdicts and evidence. The last line is all figures as JSON.
// npm run bench -- reconcile [--size small|medium | --dps N --packages N] [--seed N] [--rounds N] [--sample N]
// With TSQL_HOST and its like (npm run test:tsql) on a T-SQL server, else on the embedded database.
import { median, type Report } from '../support/bench/report';
import { benchOptions } from '../support/reconcile/benchOptions';
import { compareWays, wayNames, type Comparison, type WayName } from '../support/reconcile/compareWays';
import { loadSite } from '../support/reconcile/loadSite';
import type { Score } from '../support/reconcile/score';
import { yardstick } from './yardstick';

export const name = 'reconcile';

const labels: Readonly<Record<WayName, string>> = {
  ours: 'ours',
  bare: 'bare NOT EXISTS',
  exact: 'peers, exact names',
  like: 'peers, LIKE',
};

/** Milliseconds for a million pairs on the embedded database. */
const millionBudget = 30_000;

/** Megabytes of the tool's own. */
const mostHeap = 300;

/** What is aimed at: how many times as long as the bare query ours may take. */
const mostOfBare = 2;

/** On a T-SQL server: how many times faster than the peers ours is to be, and from two million pairs on. */
const aims = { exact: [5, 8], like: [14, 26] } as const;

/** What is slower than five times what is aimed at is a mistake, not a busy machine. */
const failingFactor = 5;

/** Below, what a query costs before it reads anything is most of it: ratios say nothing. */
const enoughPairs = 100_000;

const middle = (values: readonly number[]): number => median(values.toSorted((a, b) => a - b));

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Of the times of each round, which what else goes on at the machine changes alike. */
const ratioOf = ({ ways }: Comparison, one: WayName, other: WayName): number =>
  middle(ways[one].took.map((took, round) => took / (ways[other].took[round] ?? NaN)));

const tellTimes = (
  report: Report,
  engine: string,
  { ways, yardstick: units, expected }: Comparison,
): void => {
  report.times('yardstick', units);
  for (const way of wayNames) {
    const isLimited = way === 'ours' && engine === 'sql.js' && expected >= enoughPairs;
    const budget = isLimited ? (millionBudget * expected) / 1_000_000 : undefined;
    report.times(labels[way], ways[way].took, budget);
  }
};

const tellAnswers = (report: Report, { ways }: Comparison): void => {
  for (const way of wayNames) {
    const { rows, listed, score, onFinished } = ways[way];
    const [all, finished] = [score, onFinished].map(
      ({ precision, recall }) => `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    );
    report.value(`${labels[way]}: listed for repair`, listed, `pairs, ${String(all)}`);
    report.value('  of rows read', rows, `rows; on DPs with a finished cycle ${String(finished)}`);
  }
};

const tellRatios = (report: Report, engine: string, figures: Comparison): void => {
  report.value('ours to bare', rounded(ratioOf(figures, 'ours', 'bare')), `x, ${mostOfBare} is aimed at`);
  for (const way of ['exact', 'like'] as const) {
    report.value(`${labels[way]} to bare`, rounded(ratioOf(figures, way, 'bare')), 'x');
    report.value(`${labels[way]} to ours`, rounded(ratioOf(figures, way, 'ours')), 'x');
  }
  if (figures.expected < enoughPairs) return;
  report.atLeast('bare to ours', ratioOf(figures, 'bare', 'ours'), 1 / (failingFactor * mostOfBare));
  if (engine !== 'T-SQL') return;
  const aim = figures.expected >= 2_000_000 ? 1 : 0;
  for (const way of ['exact', 'like'] as const)
    report.atLeast(`${labels[way]} to ours`, ratioOf(figures, way, 'ours'), aims[way][aim] / failingFactor);
};

const partsOf = ({ precision, recall }: Score): Score => ({
  precision: rounded(precision),
  recall: rounded(recall),
});

const jsonOf = ({ ways, yardstick: units, heap, ...counts }: Comparison): object => {
  const timesOf = (took: readonly number[]): object => ({
    median: rounded(middle(took)),
    least: rounded(Math.min(...took)),
    most: rounded(Math.max(...took)),
    yardsticks: rounded(middle(took) / middle(units)),
  });
  const wayOf = (way: WayName): object => {
    const { took, rows, listed, score, onFinished } = ways[way];
    return { milliseconds: timesOf(took), rows, listed, ...partsOf(score), onFinished: partsOf(onFinished) };
  };
  const ratios = wayNames.flatMap((one) =>
    wayNames.flatMap((other) =>
      one === other
        ? []
        : [[`${one}/${other}`, rounded(ratioOf({ ways } as Comparison, one, other))] as const],
    ),
  );
  return {
    ...counts,
    heapMegabytes: { peak: rounded(heap.peak), kept: rounded(heap.kept) },
    yardstickMilliseconds: rounded(middle(units)),
    ways: Object.fromEntries(wayNames.map((way) => [way, wayOf(way)])),
    ratios: Object.fromEntries(ratios),
  };
};

export const run = async (report: Report): Promise<void> => {
  const { site, ...options } = benchOptions(process.argv.slice(3));
  const loaded = await loadSite(site);
  try {
    const { engine, model } = loaded;
    const figures = await compareWays(loaded, options, yardstick);
    const { expected, needed, sampled, heap, ways } = figures;
    const [dps, packages] = [model.dps.length, model.packages.length];
    report.value(
      `${engine}: ${dps} DPs x ${packages} packages`,
      expected,
      `pairs, ${needed} in need of repair`,
    );
    if (sampled < dps) report.value("the peers' figures are scaled up from", sampled, `of ${dps} DPs`);
    tellTimes(report, engine, figures);
    tellAnswers(report, figures);
    tellRatios(report, engine, figures);
    report.value('memory of ours, at its peak', Math.round(heap.peak), 'MB');
    report.value('memory that ours keeps', Math.round(heap.kept), 'MB');
    report.atLeast('memory that ours may take to what it took', mostHeap / heap.peak, 1);
    report.atLeast('precision of ours', ways.ours.score.precision, 1);
    report.atLeast('recall of ours', ways.ours.score.recall, 1);
    const { seed } = site;
    console.log(JSON.stringify({ engine, dps, packages, seed, rounds: options.rounds, ...jsonOf(figures) }));
  } finally {
    await loaded.dispose();
  }
};
