import { zoneOffset } from '../../../core/validate/schedule/timeZone';
import type { RemoteBytes } from '../../../ports/remoteFiles';
import { lastFinished, type DemoDp } from '../site/demoDp';
import { dpZone } from '../site/dpZone';
import { messageKind, severityOf } from '../site/messageKind';

/** smsdpmon.log of the DPs, as it stands on their disks. */
export class DpLogs {
  private readonly texts = new Map<DemoDp, string>();

  /** A line, with the time by the DP's own clock. */
  write(time: number, dp: DemoDp, message: string, type: 1 | 2 | 3 = 1): void {
    this.texts.set(dp, this.textOf(dp) + lineOf(time, dp, message, type));
  }

  /** A result is reported to the site as its severity with its ID. */
  report(time: number, dp: DemoDp, messageId: number): void {
    const code = (severityOf(messageKind(messageId)) >>> 0) + messageId;
    this.write(time, dp, `Report state message 0x${code.toString(16).padStart(8, '0').toUpperCase()} to MP`);
  }

  read(dp: DemoDp, from: number, length: number): RemoteBytes {
    const all = Buffer.from(this.textOf(dp));
    const to = Math.min(all.length, from + length);
    return { from, to, size: all.length, bytes: Uint8Array.from(all.subarray(from, to)) };
  }

  /** Of the time before the site was opened only how the last cycle ended. */
  private textOf(dp: DemoDp): string {
    const known = this.texts.get(dp);
    if (known !== undefined) return known;
    const last = lastFinished(dp);
    this.texts.set(dp, '');
    if (last !== undefined) {
      this.write(last.start, dp, begins);
      this.report(last.stop, dp, 2386);
    }
    return this.texts.get(dp) ?? '';
  }
}

export const begins = 'Content monitoring task has been initiated';

const lineOf = (time: number, dp: DemoDp, message: string, type: number): string => {
  const offset = zoneOffset(dpZone(dp))(time);
  const local = new Date(time + offset * 60_000).toISOString();
  const bias = `${offset > 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}`;
  const date = `${local.slice(5, 10)}-${local.slice(0, 4)}`;
  return `<![LOG[${message}]LOG]!><time="${local.slice(11, 23)}${bias}" date="${date}" component="SMS_Distribution_Point_Monitoring" context="" type="${type}" thread="${4000 + dp.index}" file="smsdpmon.cpp:889">\r\n`;
};
