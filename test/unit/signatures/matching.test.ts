import assert from 'node:assert/strict';
import { readSignatures } from '../../../extension/core/logs/signatures/readSignatures';
import type { Signature } from '../../../extension/core/logs/signatures/signature';
import { SignatureTally } from '../../../extension/core/logs/signatures/signatureTally';
import { matched, type ToldLine } from '../../support/logs/matchedSignatures';

const signature = (fields: object): Signature => {
  const entry = { id: 'x', title: 'X', severity: 'error', meaning: 'm', source: 's', ...fields };
  const { signatures, problems } = readSignatures(JSON.stringify({ signatures: [entry] }));
  const [first] = signatures;
  assert.ok(first !== undefined, problems.join(' '));
  return first;
};

/** The numbers of the lines that each hit rests on. */
const linesOf = (fields: object, lines: readonly ToldLine[]): readonly (readonly number[])[] =>
  matched([signature(fields)], lines).map((hit) => hit.lines.map(({ line }) => line));

const say = (message: string, more: Partial<ToldLine> = {}): ToldLine => ({ message, ...more });

describe('a signature', () => {
  it('is looked for in its logs and components alone', () => {
    const lines = [
      say('it failed', { component: 'A' }),
      say('it failed', { component: 'b' }),
      say('it failed', { file: 'C.log' }),
    ];
    const fields = { pattern: 'it failed', components: ['B'], logs: ['c'] };
    assert.deepEqual(linesOf(fields, lines), [[2], [3]]);
  });

  it('asks what its captures are', () => {
    const fields = { pattern: 'used {a:number} of {b:number}', where: [{ capture: 'a', atLeast: 'b' }] };
    assert.deepEqual(linesOf(fields, [say('used 2 of 3'), say('used 3 of 3'), say('used 10 of 9')]), [
      [2],
      [3],
    ]);
  });

  it('with a second line needs it on the same thread, soon enough', () => {
    const fields = { pattern: 'it began', then: { pattern: 'it failed', same: ['thread'], seconds: 10 } };
    const lines = [
      say('it began', { thread: 1 }),
      say('it began', { thread: 2 }),
      say('it failed', { thread: 3 }),
      say('it failed', { thread: 1 }),
      say('it failed', { thread: 1 }),
      say('it failed', { thread: 2, at: 60 }),
    ];
    assert.deepEqual(linesOf(fields, lines), [[1, 4]]);
  });

  it('counts lines to the second one, and takes the nearest first one', () => {
    const fields = { pattern: 'it began', then: { pattern: 'it failed', lines: 2 } };
    const lines = ['it began', 'a', 'b', 'it failed', 'it began', 'it began', 'a', 'it failed'].map((text) =>
      say(text),
    );
    assert.deepEqual(linesOf(fields, lines), [[6, 8]]);
  });

  it('can ask for the same job on another thread', () => {
    const line = 'starting job {job:number}';
    const fields = {
      pattern: line,
      then: { pattern: line, same: ['job'], differs: ['thread'], seconds: 60 },
    };
    const lines = [
      say('starting job 1', { thread: 1 }),
      say('starting job 2', { thread: 2 }),
      say('starting job 1', { thread: 1 }),
      say('starting job 1', { thread: 2 }),
    ];
    assert.deepEqual(linesOf(fields, lines), [[3, 4]]);
  });

  it('that has to repeat is found once for so many times', () => {
    const fields = {
      pattern: 'retry of {job:number} later',
      repeated: { times: 3, seconds: 100, same: ['job'] },
    };
    const at = [0, 10, 20, 30, 40, 50, 500, 900];
    const lines = at.map((seconds, index) => say(`retry of ${index === 1 ? 2 : 1} later`, { at: seconds }));
    assert.deepEqual(linesOf(fields, lines), [[1, 3, 4]]);
  });

  it('is counted, with its first and newest lines kept', () => {
    const one = signature({ pattern: 'it failed' });
    const tally = new SignatureTally();
    tally.add(
      matched(
        [one],
        Array.from({ length: 1000 }, () => say('it failed')),
      ),
    );
    const [found] = tally.all;
    assert.deepEqual([found?.count, found?.first.line, found?.last.line], [1000, 1, 1000]);
    assert.equal(found?.hits.length, 20);
  });
});
