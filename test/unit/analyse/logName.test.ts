import assert from 'node:assert/strict';
import { readingOrder } from '../../../extension/core/logs/analyse/logName';

describe('the order of rolled-over logs', () => {
  it('is that in which they were written, log by log', () => {
    const inOrder = [
      'C:\\logs\\distmgr-20230508.log',
      'C:\\logs\\distmgr-20230509-153009.log',
      'C:\\logs\\distmgr.lo_',
      'C:\\logs\\distmgr.log',
      'C:\\logs\\sender.lo_',
      'C:\\logs\\sender.log',
      'D:\\logs\\distmgr.log',
    ];
    const given = [3, 5, 6, 0, 4, 2, 1].map((place) => inOrder[place] ?? '');
    assert.deepEqual(readingOrder([...given, ...given]), inOrder);
  });
});
