import type { MentionKind } from '../core/logs/mentions/mention';
import { threadKey } from '../core/logs/mentions/threads';
import type { Breath } from './breath';
import type { LogDocument } from './documents/logDocument';
import type { RecordBlock } from './documents/recordBlock';
import { threadIsHex } from './documents/recordColumns';

/** What stands at a place of a log and may stand at others; half-open UTF-16 units. */
export interface Thing {
  readonly kind: MentionKind;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

export type Place = Pick<Thing, 'start' | 'end'>;

export const thingAt = (
  document: LogDocument,
  offset: number,
  siteCodes: ReadonlySet<string>,
): Thing | undefined => {
  const record = document.recordAt(offset);
  const block = document.records.blockOf(record?.index ?? -1);
  if (record === undefined || block === undefined) return undefined;
  const { thread } = record;
  if (thread !== undefined && offset >= thread.start && offset <= thread.start + thread.text.length) {
    const key = threadKey(thread.text, thread.isHex);
    return { kind: 'thread', key, start: thread.start, end: thread.start + thread.text.length };
  }
  const mentions = document.mentionsOf(block, siteCodes);
  const at = mentions.starts.findLastIndex((start) => block.offset + start <= offset);
  if (at < 0) return undefined;
  const start = block.offset + (mentions.starts[at] ?? 0);
  const end = start + (mentions.lengths[at] ?? 0);
  if (offset > end) return undefined;
  return { kind: mentions.kind(at), key: document.nameOf(mentions.keys[at] ?? 0), start, end };
};

/** The editor cannot show more in a useful way. */
const most = 10_000;

/** Where a thing stands in a log, up to 10,000 places. */
export const placesOf = async (
  document: LogDocument,
  thing: Thing,
  siteCodes: ReadonlySet<string>,
  breath: Breath,
): Promise<readonly Place[]> => {
  await document.read();
  const places: Place[] = [];
  for (const block of document.records.blocks) {
    places.push(...mentionsOf(document, block, thing, siteCodes));
    if (thing.kind === 'thread') places.push(...threadsOf(document, block, thing.key));
    if (places.length >= most) break;
    await breath.take(document);
  }
  return places.slice(0, most).sort((a, b) => a.start - b.start);
};

const mentionsOf = (
  document: LogDocument,
  block: RecordBlock,
  { kind, key }: Thing,
  siteCodes: ReadonlySet<string>,
): readonly Place[] => {
  const mentions = document.mentionsOf(block, siteCodes);
  const wanted = document.keyOf(key);
  const places: Place[] = [];
  for (let at = 0; at < mentions.count; at++) {
    if (mentions.keys[at] !== wanted || !isSameKind(mentions.kind(at), kind)) continue;
    const start = block.offset + (mentions.starts[at] ?? 0);
    places.push({ start, end: start + (mentions.lengths[at] ?? 0) });
  }
  return places;
};

/** A GUID is the same where it is called a job and where it is not. */
const isSameKind = (one: MentionKind, other: MentionKind): boolean =>
  one === other || (isGuid(one) && isGuid(other));

const isGuid = (kind: MentionKind): boolean => kind === 'job' || kind === 'guid';

/** The records that a thread wrote. */
const threadsOf = (document: LogDocument, block: RecordBlock, key: string): readonly Place[] => {
  const { threads, threadFrom, starts, flags } = block.columns;
  const places: Place[] = [];
  for (let row = 0; row < block.count; row++) {
    const number = threads[row] ?? 0;
    if (number === 0) continue;
    const text = document.textOf(number);
    if (threadKey(text, threadIsHex(flags[row] ?? 0)) !== key) continue;
    const start = block.offset + (starts[row] ?? 0) + (threadFrom[row] ?? 0);
    places.push({ start, end: start + text.length });
  }
  return places;
};
