import assert from 'node:assert/strict';
import { foldingRanges } from '../../extension/server/folding';
import { logOf, never, openLogs, type Said } from '../support/logs/openLogs';

type Fold = readonly [number, number];

const foldsOf = async (text: string, limit?: number): Promise<readonly Fold[]> => {
  const { logs, log } = openLogs({ 'a.log': text });
  const folds = await foldingRanges(log('a.log'), logs, never, limit);
  return folds.map(({ startLine, endLine }) => [startLine, endLine]);
};

const of = (thread: number, ...messages: readonly string[]): readonly Said[] =>
  messages.map((message) => ({ message, thread }));

describe('folding of logs', () => {
  it('folds a record whose message spans lines, and only that', async () =>
    assert.deepEqual(await foldsOf(logOf('one', 'two\r\nlines', 'three')), [[1, 2]]));

  it('counts a lone CR as a line, as the editor does', async () =>
    assert.deepEqual(await foldsOf(logOf('0 percent\r100 percent', 'next')), [[0, 1]]));

  it('ends a record that was cut off before the next one', async () =>
    assert.deepEqual(await foldsOf(`<![LOG[cut\r\noff here\r\n${logOf('next')}`), [[0, 1]]));

  it('takes an opener only at the start of a line', async () =>
    assert.deepEqual(await foldsOf(logOf('quotes <![LOG[ in\r\nthe middle', 'next')), [[0, 1]]));

  it('folds what one thread writes in one go', async () =>
    assert.deepEqual(
      await foldsOf(
        logOf(...of(1, 'one', 'two', 'three', 'four'), ...of(2, 'five', 'six', 'seven', 'eight')),
      ),
      [
        [0, 3],
        [4, 7],
      ],
    ));

  it('parts what one thread writes by package', async () => {
    const about = (packageId: string): readonly Said[] =>
      of(
        1,
        `Processing package ${packageId}`,
        'taking a snapshot',
        'adding files',
        `Exiting package ${packageId}`,
      );
    assert.deepEqual(await foldsOf(logOf(...about('CS100026'), ...about('CS100027'))), [
      [0, 3],
      [4, 7],
    ]);
  });

  it('parts it where nothing was written for long', async () => {
    const at = (seconds: number): readonly Said[] =>
      of(1, 'one', 'two', 'three', 'four').map((said) => ({ ...said, at: seconds }));
    assert.deepEqual(await foldsOf(logOf(...at(0), ...at(3600))), [
      [0, 3],
      [4, 7],
    ]);
  });

  it('folds messages that repeat but for their numbers, also several in turn', async () => {
    const pieces = [0, 1, 2].flatMap((piece) => [`Wrote ${piece} bytes`, `Attempt to write at ${piece}`]);
    assert.deepEqual(await foldsOf(logOf(...of(1, 'Sending started', ...pieces, 'Sending complete'))), [
      [0, 7],
      [1, 6],
    ]);
  });

  it('keeps the longest where the editor takes no more', async () =>
    assert.deepEqual(await foldsOf(logOf('a\r\nb', 'c\r\nd\r\ne', 'f\r\ng'), 1), [[2, 4]]));
});
