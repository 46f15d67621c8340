import { createHash } from 'node:crypto';
import type { LogPlace } from '../../protocol/logPage';
import type { KeptBookmark } from '../../protocol/logWorker';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { LogFiles } from './logFiles';
import type { LogPart } from './logPart';
import { PartReader } from './partReader';
import type { Records } from './recordOrder';

/** Bytes of a record that tell it from others: its beginning has the message, or the time. */
const printBytes = 2048;

interface Bookmark extends KeptBookmark {
  readonly log: number;
  /** Where it is; undefined when it was not found. */
  part: LogPart | undefined;
}

/**
 * Records that were marked. A file may have another name, or be another one, when it is looked at again: a mark is
 * where its record begins and what stands there, and not found otherwise.
 */
export class LogBookmarks {
  private marks: Bookmark[];
  /** Of each log, the parts that were looked through. */
  private readonly looked: (readonly LogPart[] | undefined)[] = [];

  /** @param kept those of each log */
  constructor(
    kept: readonly (readonly KeptBookmark[])[],
    private readonly files: LogFiles,
  ) {
    this.marks = kept.flatMap((marks, log) => marks.map((mark) => ({ ...mark, log, part: undefined })));
  }

  /** Those of a log, to be found again. */
  kept(log: number): readonly KeptBookmark[] {
    return this.marks.filter((mark) => mark.log === log).map(({ offset, print }) => ({ offset, print }));
  }

  /** Of those that are there. */
  places(logs: readonly { readonly records: Records }[]): readonly LogPlace[] {
    return this.marks.flatMap(({ log, part, offset }) => {
      const parts = logs[log]?.records.parts ?? [];
      const place = part === undefined ? -1 : parts.indexOf(part);
      return place < 0 ? [] : [{ log, part: parts.length - 1 - place, offset }];
    });
  }

  /** @throws RemoteFileError */
  async toggle(log: number, part: LogPart, record: number, signal: AbortSignal): Promise<void> {
    const offset = part.at(record)?.offset ?? -1;
    const others = this.marks.filter((mark) => mark.part !== part || mark.offset !== offset);
    if (others.length < this.marks.length) this.marks = others;
    else this.marks.push({ log, part, offset, print: await this.printOf(part, record, signal) });
  }

  /**
   * Looks for those whose file has become another one. What is not found in any file of its log is forgotten, where
   * all of them could be read; `areAll`: the rollovers are there, too.
   * @returns whether there was anything to look for
   */
  async find(log: number, { parts }: Records, areAll: boolean, signal: AbortSignal): Promise<boolean> {
    if (this.looked[log] === parts) return false;
    this.looked[log] = parts;
    const lost = this.marks.filter(
      (mark) => mark.log === log && (mark.part === undefined || !parts.includes(mark.part)),
    );
    let wereRead = areAll;
    for (const mark of lost) {
      mark.part = undefined;
      for (const part of parts.toReversed())
        try {
          if (mark.part === undefined && (await this.isIn(part, mark, signal))) mark.part = part;
          if (this.looked[log] !== parts) return true;
        } catch (error) {
          if (!(error instanceof RemoteFileError) || signal.aborted) throw error;
          wereRead = false;
        }
    }
    if (wereRead) this.marks = this.marks.filter((mark) => !lost.includes(mark) || mark.part !== undefined);
    return true;
  }

  private async isIn(part: LogPart, { offset, print }: KeptBookmark, signal: AbortSignal): Promise<boolean> {
    const record = part.recordFrom(offset);
    return part.at(record)?.offset === offset && (await this.printOf(part, record, signal)) === print;
  }

  private async printOf(part: LogPart, record: number, signal: AbortSignal): Promise<string> {
    const reader = new PartReader(part, this.files);
    const piece = reader.pieceOf(record);
    const bytes = await reader.bytesOf(piece, signal);
    const { offset = 0, length = 0 } = part.at(record) ?? {};
    const from = offset - (part.pieces[piece]?.place.offset ?? 0);
    const text = bytes.subarray(from, from + Math.min(length, printBytes));
    return createHash('sha1').update(text).digest('base64').slice(0, 16);
  }
}
