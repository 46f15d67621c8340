import { severityNumber } from '../../core/logs/scan/recordFields';
import type { MentionKind } from '../../core/logs/mentions/mention';
import type { BlockMentions } from '../documents/blockMentions';
import type { RecordBlock } from '../documents/recordBlock';
import { severityOf } from '../documents/recordColumns';

/** What a survey looks at of a record; one object for all of a log. Things are numbers of their texts; 0 is none. */
export class SurveyedRecord {
  /** In the log, and of its first line, both from 0. */
  index = 0;
  line = 0;
  endLine = 0;
  component = 0;
  thread = 0;
  isError = false;
  /** UTC, or by the writer's clock where that is all that is known; NaN is unknown. */
  time = NaN;
  /** Each thing once. */
  readonly named: Readonly<Record<MentionKind, number[]>> = {
    package: [],
    dp: [],
    job: [],
    guid: [],
    thread: [],
  };
  private readonly lists = Object.values(this.named);

  /** Takes over a record. `from` is where its mentions may begin; where the next one's may is returned. */
  read(block: RecordBlock, row: number, mentions: BlockMentions, from: number): number {
    const { columns } = block;
    this.index = block.first + row;
    this.line = block.line - 1 + (columns.lines[row] ?? 0);
    this.endLine = this.line + (columns.moreLines[row] ?? 0);
    this.component = columns.components[row] ?? 0;
    this.thread = columns.threads[row] ?? 0;
    this.isError = severityOf(columns.flags[row] ?? 0) === severityNumber.error;
    const utc = columns.utcs[row] ?? NaN;
    this.time = Number.isNaN(utc) ? (columns.locals[row] ?? NaN) : utc;
    for (const things of this.lists) things.length = 0;
    let at = from;
    for (; at < mentions.count && mentions.rows[at] === row; at++) {
      const things = this.named[mentions.kind(at)];
      const key = mentions.keys[at] ?? 0;
      if (!things.includes(key)) things.push(key);
    }
    return at;
  }
}
