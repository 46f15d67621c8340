import assert from 'node:assert/strict';
import { PagedRows } from '../../../webviews/shared/grid/pagedRows';

interface Asked {
  readonly offset: number;
  readonly signal: AbortSignal;
  readonly answer: (rows: readonly string[] | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** A list whose fetches are answered by hand. */
const listOf = (total: number): { readonly rows: PagedRows<string>; readonly asked: Asked[] } => {
  const asked: Asked[] = [];
  const rows = new PagedRows<string>(
    (offset, _, signal) =>
      new Promise((answer, fail) => {
        asked.push({ offset, signal, answer, fail });
        signal.addEventListener('abort', () => fail(new Error('aborted')));
      }),
    total,
  );
  return { rows, asked };
};

const pageAt = (offset: number, word = 'row'): readonly string[] =>
  Array.from({ length: 100 }, (_, at) => `${word} ${offset + at}`);

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('rows that are fetched page by page', () => {
  it('are asked for once, for what is on screen now', async () => {
    const { rows, asked } = listOf(10_000);
    rows.need(0, 40);
    rows.need(0, 41);
    rows.need(5000, 5040);
    assert.deepEqual(
      asked.map(({ offset, signal }) => [offset, signal.aborted]),
      [
        [0, true],
        [5000, false],
      ],
    );
    asked[1]?.answer(pageAt(5000));
    await settled();
    assert.equal(rows.row(5039), 'row 5039');
    rows.need(5000, 5040);
    assert.equal(asked.length, 2);
  });

  it('stay on screen while those that may have changed are fetched again, however often they are drawn', async () => {
    const { rows, asked } = listOf(150);
    rows.need(0, 150);
    asked[0]?.answer(pageAt(0));
    asked[1]?.answer(pageAt(100).slice(0, 50));
    await settled();
    rows.resize(160, 149);
    rows.need(100, 160);
    rows.need(100, 160);
    assert.deepEqual(
      asked.slice(2).map(({ offset, signal }) => [offset, signal.aborted]),
      [[100, false]],
    );
    assert.equal(rows.row(149), 'row 149');
    asked[2]?.answer(pageAt(100, 'new').slice(0, 60));
    await settled();
    assert.equal(rows.row(149), 'new 149');
    assert.equal(rows.row(99), 'row 99');
  });

  it('that were fetched while they changed are fetched once more', async () => {
    const { rows, asked } = listOf(100);
    rows.need(0, 100);
    rows.resize(101, 99);
    await settled();
    rows.need(0, 100);
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [true, false],
    );
  });

  it('that cannot be had are told of once, and tried again when they come into view anew', async () => {
    const { rows, asked } = listOf(1000);
    const failures: unknown[] = [];
    rows.failed = (error) => failures.push(error);
    rows.changed = () => rows.need(0, 40);
    rows.need(0, 40);
    asked[0]?.fail(new Error('no'));
    await settled();
    assert.equal(failures.length, 1);
    assert.equal(asked.length, 1);
    rows.need(500, 540);
    asked[1]?.answer(pageAt(500));
    rows.changed = () => undefined;
    await settled();
    rows.need(0, 40);
    assert.deepEqual(
      asked.map(({ offset }) => offset),
      [0, 500, 0],
    );
  });
});
