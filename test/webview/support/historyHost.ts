import type { Browser } from 'playwright-core';
import { diffSnapshots } from '../../../extension/core/history/diffSnapshots';
import type { ToldSnapshot } from '../../../extension/core/history/kept';
import type { Snapshot } from '../../../extension/core/history/snapshot';
import { yesterdayOf } from '../../../extension/core/history/yesterday';
import * as protocol from '../../../extension/protocol/historyPage';
import { Compared } from '../../../extension/workers/history/compared';
import { emptyTally } from '../../../extension/core/reconcile/tally';
import { verdicts } from '../../../extension/core/reconcile/verdict';
import { dpOf, pair, snapshotOf } from '../../unit/history/snapshots';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

const hour = 3_600_000;
export const historyNow = Date.UTC(2026, 10, 21, 12);

export interface TimedSnapshot {
  readonly id: string;
  readonly since: number;
  readonly snapshot: Snapshot;
}

/** Reads of forty days: problems come in a wave, and go again. */
export const wavingHistory = (count: number): readonly TimedSnapshot[] =>
  Array.from({ length: count }, (_, index) => {
    const since = historyNow - (count - 1 - index) * 23.5 * hour;
    const wave = Math.round(14 + 12 * Math.sin(index / 4) + (index % 5));
    const bad = Array.from({ length: wave }, (_, number) => {
      const verdict = verdicts[11 + ((number + (number % 3 === 0 ? index : 0)) % 4)] ?? 'missing';
      return pair(number * 3, (number * 7) % 8, verdict);
    });
    const stale = Array.from({ length: 6 }, (_, number) => pair(200 + number, number, 'stale'));
    const fine = Array.from({ length: 400 - bad.length }, (_, number) =>
      pair(1000 + number, number % 8, 'validated'),
    );
    return { id: `s${index}`, since, snapshot: snapshotOf([...bad, ...stale, ...fine]) };
  });

export interface OpenHistory extends FakeVsCode {
  /** Pairs that the page asked to be shown elsewhere. */
  readonly opened: readonly { readonly packageId: string; readonly dpName: string }[];
  readonly keep: (snapshots: readonly TimedSnapshot[]) => void;
  readonly fail: (message: string | undefined) => void;
}

/** The history page, on snapshots that are compared as the worker compares them. */
export const openHistory = async (
  browser: Browser,
  first: readonly TimedSnapshot[] | undefined,
  options: FakeOptions = {},
): Promise<OpenHistory> => {
  let kept = first;
  let failure: string | undefined;
  const opened: { packageId: string; dpName: string }[] = [];
  const nameOf = (dp: string): string => dp.split('|')[0] ?? dp;
  const fake = await openPage(
    browser,
    'history',
    (endpoint) => {
      endpoint.handle(protocol.historyState, ({ dp }) => {
        const snapshots = (kept ?? []).map(({ id, since, snapshot }): ToldSnapshot => ({
          id,
          since,
          until: since,
          bytes: 1000,
          point: {
            time: since,
            tally: dp === undefined ? snapshot.site : (snapshot.byDp.get(dp) ?? emptyTally),
          },
        }));
        return {
          site: kept && { code: 'P01', name: 'Primary site Zürich' },
          dps: Array.from({ length: 8 }, (_, number) => ({ key: dpOf(number), name: nameOf(dpOf(number)) })),
          now: historyNow + 5 * 60_000,
          snapshots,
          trend: snapshots.map(({ point }) => point),
          yesterday: yesterdayOf(snapshots, historyNow)?.id,
        };
      });
      endpoint.handle(protocol.historyChanges, ({ comparison, offset, limit }) => {
        if (failure !== undefined) throw new Error(failure);
        const of = (wanted: string): Snapshot =>
          kept?.find(({ id }) => id === wanted)?.snapshot ?? snapshotOf([]);
        const page = new Compared(comparison, of(comparison.from), of(comparison.to)).page(
          comparison.kinds,
          offset,
          limit,
        );
        const rows = page.rows.map((row) => ({
          ...row,
          packageName: `Package ${row.packageId}`,
          dpName: nameOf(row.dp),
        }));
        return { ...page, rows };
      });
      endpoint.handle(protocol.historyOpenPair, (asked) => {
        opened.push(asked);
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    opened,
    keep: (snapshots) => {
      kept = snapshots;
      fake.endpoint.notify(protocol.historyChanged, undefined);
    },
    fail: (message) => (failure = message),
  };
};

export const differences = (from: TimedSnapshot, to: TimedSnapshot): number =>
  diffSnapshots(from.snapshot, to.snapshot).places.length;
