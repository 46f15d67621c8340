import { closeSync, openSync, writeSync } from 'node:fs';
import { Draw } from '../draw';
import { generateRecords } from '../generateRecords';
import { ccmText, serverText, type WrittenRecord } from '../writtenRecord';

export type Form = 'ccm' | 'server';
export type Script = 'ASCII' | 'non-Latin';

/** What is written: printed, so that figures can be compared. */
export interface Recipe {
  readonly records: number;
  readonly bytes: number;
  /** Bytes, with the line break. */
  readonly averageLength: number;
  readonly multiLinePart: number;
  readonly nonLatinPart: number;
}

const jobs = 12_000;
const seed = 7;
const foreign = [
  'Пакет распространён на точку',
  '下载内容到分发点',
  'Größe überschritten für Gerät',
  '配布ポイントに送信',
];

/**
 * Writes a log of so many bytes: the records of the generator, one block of them again and again. With `non-Latin`,
 * every tenth record has words in another script.
 */
export const writeBenchFile = (file: string, bytes: number, form: Form, script: Script): Recipe => {
  const draw = new Draw(seed);
  const { records } = generateRecords(jobs, seed);
  let multiLine = 0;
  let nonLatin = 0;
  const lines = records.map((record, index) => {
    const isForeign = script === 'non-Latin' && index % 10 === 0;
    const message = isForeign ? `${record.message} ${draw.pick(foreign)}` : record.message;
    const written: WrittenRecord = {
      ...record,
      message: form === 'ccm' ? message : message.replaceAll(/\s*\r\n\s*/g, ' '),
    };
    if (isForeign) nonLatin++;
    if (written.message.includes('\n')) multiLine++;
    return `${form === 'ccm' ? ccmText(written, -120) : serverText(written, -120)}\r\n`;
  });
  const block = Buffer.from(lines.join(''));
  const handle = openSync(file, 'w');
  let size = 0;
  for (; size < bytes; size += block.length) writeSync(handle, block);
  closeSync(handle);
  return {
    records: (size / block.length) * lines.length,
    bytes: size,
    averageLength: Math.round(block.length / lines.length),
    multiLinePart: multiLine / lines.length,
    nonLatinPart: nonLatin / lines.length,
  };
};
