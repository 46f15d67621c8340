import assert from 'node:assert/strict';
import { withStories } from '../../../extension/core/logs/analyse/correlate/acrossLogs';
import { storiesOf } from '../../../extension/core/logs/analyse/correlate/stories';
import { siteAnalysers } from '../../../extension/core/logs/analyse/siteAnalysers';
import { analysed } from '../../support/logs/analysed';
import { scenarioFiles, siteScenario } from '../../support/logs/site/siteScenario';

const scenario = siteScenario(5, 0, 10);
const files = scenarioFiles(scenario, 1, { bias: 0, rolls: 0, torn: 0 });

describe('what several logs tell about a package', () => {
  it('is put together by distribution point, in the order of time', () => {
    const stories = storiesOf(analysed(siteAnalysers, files));
    for (const { job, packageId, dp, requested } of scenario.truth.transfers) {
      const story = stories.find(({ subject }) => subject.packageId === packageId && subject.dp === dp);
      assert.ok(story !== undefined, `${packageId} on ${dp}`);
      const texts = story.steps.map(({ text }) => text);
      assert.equal(texts[0], 'Transfer job was created');
      assert.equal(texts[1], `Transfer job ${String(job)} was requested`);
      assert.equal(story.steps[1]?.at.utc, requested);
      const times = story.steps.map(({ at }) => at.utc);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
    }
  });

  it('is not told twice: one log alone has no such table', () => {
    const [log] = analysed(siteAnalysers, files.slice(0, 1));
    assert.ok(log !== undefined);
    assert.deepEqual(withStories([log]), [log]);
  });
});
