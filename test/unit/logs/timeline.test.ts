import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Timeline, type RecordCounts } from '../../../extension/core/logs/view/timeline';
import { severities } from '../../../extension/core/logs/scan/recordFields';

const anyRecord = fc.record({
  time: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1_700_000_000_000, max: 1_700_050_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4_000_000_000_000 }) },
  ),
  severity: fc.constantFrom(...severities),
  component: fc.oneof(
    fc.constantFrom('PullDP', 'CAS', null),
    fc.integer({ min: 0, max: 400 }).map((number) => `C${number}`),
  ),
});

const sumOf = (counts: readonly RecordCounts[]): RecordCounts =>
  counts.reduce(
    (sum, { records, warnings, errors }) => ({
      records: sum.records + records,
      warnings: sum.warnings + warnings,
      errors: sum.errors + errors,
    }),
    { records: 0, warnings: 0, errors: 0 },
  );

describe('the timeline of a log', () => {
  it('counts each record once, in its bar and in one lane, however many times and components there are', () =>
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 3000, size: 'max' }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 2, max: 9 }),
        (records, most, mostLanes) => {
          const timeline = new Timeline();
          for (const { time, severity, component } of records) timeline.add(time, severity, component);
          const { bars, lanes, width } = timeline.bars(most, mostLanes);
          const all = {
            records: records.length,
            warnings: records.filter(({ severity }) => severity === 'warning').length,
            errors: records.filter(({ severity }) => severity === 'error').length,
          };
          assert.deepEqual(sumOf(bars), all);
          assert.deepEqual(sumOf(lanes), all);
          assert.ok(bars.length <= most + 1 && lanes.length <= mostLanes);
          for (const lane of lanes) {
            const { records: own, warnings, errors } = lane;
            assert.deepEqual(sumOf(lane.bars), { records: own, warnings, errors });
          }
          for (const { time } of [...bars, ...lanes.flatMap((lane) => lane.bars)])
            assert.equal(time % width, 0);
          const times = bars.map(({ time }) => time);
          for (const { time } of records) assert.ok(times.includes(Math.floor(time / width) * width));
        },
      ),
      { numRuns: 60 },
    ));

  it('gives lanes to the busiest components, and one to the rest', () => {
    const timeline = new Timeline();
    const write = (component: string | null, count: number): void => {
      for (let at = 0; at < count; at++) timeline.add(at * 60_000, 'info', component);
    };
    write('few', 1);
    write(null, 9);
    write('most', 5);
    write('more', 3);
    const lanes = (most: number): readonly (readonly [readonly string[], boolean, number])[] =>
      timeline.bars(100, most).lanes.map(({ components, isRest, records }) => [components, isRest, records]);
    assert.deepEqual(lanes(3), [
      [['most'], false, 5],
      [['more'], false, 3],
      [['few'], true, 10],
    ]);
    assert.deepEqual(lanes(9).at(-1), [[], true, 9]);
  });

  it('takes records back', () => {
    const timeline = new Timeline();
    timeline.add(1000, 'error', 'A');
    timeline.add(2000, 'info', 'B');
    timeline.add(2000, 'info', 'B', -1);
    assert.deepEqual(timeline.bars(10, 5), {
      width: 1000,
      bars: [{ time: 1000, records: 1, warnings: 0, errors: 1 }],
      lanes: [
        {
          components: ['A'],
          isRest: false,
          records: 1,
          warnings: 0,
          errors: 1,
          bars: [{ time: 1000, records: 1, warnings: 0, errors: 1 }],
        },
      ],
    });
  });
});
