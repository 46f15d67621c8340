import type { DemoDatabase, SqliteValue } from '../demoDatabase';
import { messageKind, severityOf } from '../site/messageKind';
import type { NewestMessage, PairStory } from '../site/pairStory';
import { timeText } from '../timeText';
import { recordIdOf } from './messageWriter';
import { formerNalIdOf, nalIdOf } from './nalPathRows';

const time = (at: number | undefined): SqliteValue => (at === undefined ? null : timeText(at));

const orNull = (value: number | undefined): SqliteValue => value ?? null;

/** v_ContentDistribution.StateGroup: 1 installed, 2 in progress, 4 failed. */
const stateGroup = ({ state, newest }: PairStory): 1 | 2 | 4 => {
  if (state === 1 || state === 2 || state === 7) return 2;
  if (state === 3 || state === 6) return 4;
  return (newest === undefined ? undefined : messageKind(newest.id).state) ?? 1;
};

/** Writes the rows of pairs: target list, summarizer, content status, validated version, job. */
export class PairWriter {
  private purged = 0;
  private jobs = 0;
  private readonly statement;

  /** @param numbers of messages, by entry in the log */
  constructor(
    private readonly database: DemoDatabase,
    private readonly numbers: Int32Array,
  ) {
    this.statement = database.prepare(
      `INSERT INTO site.PairRows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${recordIdOf('?')}, ?, ?, ?)`,
    );
  }

  write(story: PairStory): void {
    const { newest, validated } = story;
    const kind = newest === undefined ? undefined : messageKind(newest.id);
    const hasSummary = story.state !== undefined;
    this.statement.run([
      story.what.packageId,
      nalIdOf(story.dp),
      orNull(story.target),
      time(story.lastRefresh),
      orNull(story.state),
      hasSummary ? story.version : null,
      hasSummary ? time(story.lastCopied) : null,
      hasSummary ? time(story.summaryDate) : null,
      story.distribution ? stateGroup(story) : null,
      orNull(newest?.id),
      orNull(kind?.state),
      kind === undefined ? null : severityOf(kind),
      newest === undefined ? null : this.numberOf(newest),
      time(newest?.time),
      orNull(validated?.version),
      time(validated?.time),
    ]);
    this.writeFormerRow(story);
    this.writeJob(story);
  }

  /** A message that is deleted by age had a number before the first one. */
  private numberOf({ entry }: NewestMessage): number {
    return (entry === undefined ? undefined : this.numbers[entry]) ?? --this.purged;
  }

  close(): void {
    this.statement.free();
  }

  private writeFormerRow(story: PairStory): void {
    const former = story.formerRow;
    if (former === undefined) return;
    this.database.insert('PairRows', {
      PackageID: story.what.packageId,
      NalID: formerNalIdOf(story.dp),
      TargetStatus: 0,
      LastRefreshTime: timeText(former.time),
      State: former.state,
      SourceVersion: 1,
      SummaryDate: timeText(former.time),
    });
  }

  private writeJob(story: PairStory): void {
    const { job } = story;
    if (job === undefined) return;
    const bytes = (story.what.kilobytes ?? 1024) * 1024;
    this.database.insert('vSMS_DistributionJob', {
      JobID: ++this.jobs,
      Action: job.action,
      State: job.state,
      DPID: story.dp.id,
      NALPath: story.dp.nalPath,
      PkgID: story.what.packageId,
      PackageVersion: story.what.sourceVersion,
      CreationTime: timeText(job.created),
      StartTime: timeText(job.created),
      LastUpdateTime: timeText(job.updated),
      RetryCount: job.retryCount ?? 0,
      ReStartTime: job.retryCount === undefined ? null : timeText(job.updated + 30 * 60_000),
      TotalSize: bytes,
      RemainingSize: Math.round(bytes * (job.remaining ?? 0)),
    });
  }
}
