import type { Draw } from './draw';
import { ccmText, serverText, type Bias, type WrittenRecord } from './writtenRecord';

export interface LogFile {
  readonly file: string;
  readonly bytes: Buffer;
}

export interface LogMaking {
  /** With its folder, without ending: `DP1/smsdpmon`. */
  readonly name: string;
  readonly form: 'ccm' | 'server';
  readonly bias: Bias;
  /** How often it was rolled over; the last time to `.lo_`, the others by date. */
  readonly rolls: number;
  /** The part of the records behind which stands a piece of a record that another process wrote over. */
  readonly torn: number;
}

/** A log and what was rolled over of it, in reading order. Every record is whole; pieces of others may lie between. */
export const rolledLog = (
  records: readonly WrittenRecord[],
  { name, form, bias, rolls, torn }: LogMaking,
  draw: Draw,
): readonly LogFile[] => {
  const textOf = form === 'ccm' ? ccmText : serverText;
  const cuts = [
    0,
    ...Array.from({ length: rolls }, () => draw.int(0, records.length)).toSorted((a, b) => a - b),
    records.length,
  ];
  return cuts.slice(1).map((cut, part) => {
    const lines = records.slice(cuts[part], cut).flatMap((record) => {
      const text = textOf(form === 'ccm' ? record : oneLine(record), bias);
      return draw.chance(torn)
        ? [text, piece(textOf(oneLine(draw.pick(records)), bias), form, draw)]
        : [text];
    });
    const bytes = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
    return { file: `${name}${endingOf(part, rolls)}`, bytes };
  });
};

const oneLine = (record: WrittenRecord): WrittenRecord => ({
  ...record,
  message: record.message.replaceAll(/\s*\r?\n\s*/g, ' '),
});

/** What is left of a record whose head or end was written over. */
const piece = (text: string, form: 'ccm' | 'server', draw: Draw): string => {
  if (form === 'server') return text.slice(0, draw.int(1, text.indexOf('  $$<') + 12));
  return draw.chance(0.5)
    ? text.slice(draw.int(9, text.indexOf(']LOG]!>')))
    : text.slice(0, draw.int(9, text.indexOf(']LOG]!>')));
};

const endingOf = (part: number, rolls: number): string => {
  if (part === rolls) return '.log';
  return part === rolls - 1 ? '.lo_' : `-202305${String(part + 10)}-120000.log`;
};
