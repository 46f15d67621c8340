import assert from 'node:assert/strict';
import { LinePattern } from '../../../extension/core/logs/analyse/linePattern';

describe('a line pattern', () => {
  it('finds numbers, packages and servers where they stand', () => {
    const line = new LinePattern(
      'Sending thread starting for Job: {job:int}, package: {packageId:packageId}, Version:{version:int}, server: {dp:dp},',
    );
    const text =
      'Sending thread starting for Job: 577, package: CS100026, Version: 1, server: dp1.contoso.com, DPPriority: 200';
    assert.deepEqual(line.match(text), {
      job: 577,
      packageId: 'CS100026',
      version: 1,
      dp: 'DP1.CONTOSO.COM',
    });
  });

  it('is another line when a place holds something else', () => {
    const line = new LinePattern('Used {used:int} out of {limit:int} allowed');
    assert.equal(line.match('Used up out of 3 allowed'), undefined);
    assert.equal(line.match('Used 2 out of 3'), undefined);
    assert.equal(line.match('Now used 2 out of 3 allowed'), undefined);
  });

  it('takes the rest of the line, and passes over what has no name', () => {
    const line = new LinePattern('{}Restart time = {restart}');
    assert.deepEqual(line.match('Failure count = 2, Restart time = 14/06/2018 06:56:25 GMT'), {
      restart: '14/06/2018 06:56:25 GMT',
    });
  });

  it('reads the server of a NAL path, also one that a full stop follows', () => {
    const line = new LinePattern('to distribution point {dp:dp}');
    const nal = '["Display=\\\\dp7.contoso.com\\"]MSWNET:["SMS_SITE=PS1"]\\\\dp7.contoso.com\\.';
    assert.deepEqual(line.match(`to distribution point ${nal}`), { dp: 'DP7.CONTOSO.COM' });
  });
});
