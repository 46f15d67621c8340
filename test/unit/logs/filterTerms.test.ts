import assert from 'node:assert/strict';
import { parseLogFilter } from '../../../extension/core/logs/view/logFilter';
import type { TimeLane } from '../../../extension/core/logs/view/timeline';
import { filterOfLane, filterOfSpan, toggled } from '../../../webviews/log/filterTerms';

const lane = (isRest: boolean, ...components: readonly string[]): TimeLane => ({
  components,
  isRest,
  bars: [],
  records: 1,
  warnings: 0,
  errors: 0,
});

describe('the terms of a filter', () => {
  it('are put there and taken away, whatever else stands in it', () => {
    for (const filter of [
      '',
      'retry',
      '"two words"',
      '(a or b)',
      'time>=2023-05-09 -component:x',
      '/a b/ c',
    ]) {
      const more = toggled(filter, 'severity:error');
      assert.ok(more.endsWith('severity:error'));
      parseLogFilter(more);
      assert.equal(toggled(more, 'severity:error'), filter);
    }
  });

  it('hold for all alternatives', () =>
    assert.equal(toggled('a or "b or c"', 'severity:error'), '(a or "b or c") severity:error'));

  it('show the component of a lane, instead of that of another one', () => {
    const lanes = [lane(false, 'PullDP'), lane(false, 'My Script'), lane(true, 'C', 'D')];
    const [pull, script, rest] = lanes;
    assert.ok(pull !== undefined && script !== undefined && rest !== undefined);
    assert.equal(filterOfLane('retry', pull, lanes), 'retry component=PullDP');
    assert.equal(filterOfLane('retry component=PullDP', script, lanes), 'retry component="My Script"');
    assert.equal(
      filterOfLane('component="My Script" retry', rest, lanes),
      'retry -component=PullDP,"My Script"',
    );
    assert.equal(filterOfLane('retry -component=PullDP,"My Script"', rest, lanes), 'retry');
  });

  it('show a span of time, instead of another one', () =>
    assert.equal(
      filterOfSpan('time>=2020-01-01T00:00 "a  b" time<=2020-01-02T00:00', 0, 60_000),
      '"a  b" time>=1970-01-01T00:00 time<=1970-01-01T00:01',
    ));
});
