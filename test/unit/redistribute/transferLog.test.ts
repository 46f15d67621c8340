import assert from 'node:assert/strict';
import { transferAnalyser } from '../../../extension/core/logs/analyse/pkgXferMgr/transferAnalyser';
import { transferSpeeds } from '../../../extension/core/redistribute/budget/transferLog';
import { analysed } from '../../support/logs/analysed';

const line = (text: string, thread: number): string =>
  `${text}  $$<SMS_PACKAGE_TRANSFER_MANAGER><06-14-2018 06:26:25.828-60><thread=${thread} (0x${thread.toString(16)})>`;

const begins = (job: number, server: string): string =>
  `Sending thread starting for Job: ${job}, package: CS100026, Version: 1, Priority: 2, server: ${server}, DPPriority: 200`;

const wrote = (bytes: number, ticks: number): string =>
  `~Wrote ${bytes} bytes to \\SRV\SMS_DP$\a in ticks at position 0 in ${ticks} ticks`;

const speedsOf = (lines: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const file = { file: 'PkgXferMgr.log', bytes: Buffer.from(lines.join('\r\n')) };
  return transferSpeeds(analysed([transferAnalyser], [file]).flatMap(({ facts }) => facts.jobs));
};

describe('speeds by PkgXferMgr.log', () => {
  it('are of each job, also where threads take turns', () => {
    const speeds = speedsOf([
      line(begins(1, 'DP1.CONTOSO.COM'), 10),
      line(begins(2, 'DP10.CONTOSO.COM'), 20),
      line(wrote(1_000_000, 500), 10),
      line(wrote(3_000_000, 1_000), 20),
      line(wrote(1_000_000, 500), 10),
      line('Sending thread complete~', 10),
      line(begins(3, 'DP1.CONTOSO.COM'), 10),
      line(wrote(500, 1_000), 10),
    ]);
    assert.deepEqual(Object.fromEntries(speeds), {
      'dp1.contoso.com': [2_000_000, 500],
      'dp10.contoso.com': [3_000_000],
    });
  });

  it('are none where nothing was written, and lines of no job or no thread count for nothing', () => {
    const speeds = speedsOf([
      line(wrote(1_000, 10), 30),
      begins(1, 'DP1'),
      line(begins(1, 'DP1'), 10),
      line('~Wrote many bytes to nowhere in 0 ticks', 10),
      line('Sending thread complete~', 10),
      'thread=',
      '',
    ]);
    assert.equal(speeds.size, 0);
  });

  it('are read from the other format too', () => {
    const ccm = (text: string): string =>
      `<![LOG[${text}]LOG]!><time="06:26:25.828-60" date="06-14-2018" component="SMS_PACKAGE_TRANSFER_MANAGER" context="" type="1" thread="4780" file="a.cpp:1">`;
    const speeds = speedsOf([ccm(begins(1, 'DP1')), ccm(wrote(2_000, 1_000))]);
    assert.deepEqual([...speeds], [['dp1', [2_000]]]);
  });
});
