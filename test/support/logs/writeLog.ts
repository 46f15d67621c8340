import { Draw } from './draw';
import { ccmText, serverText, type Bias, type WrittenRecord } from './writtenRecord';

/** What became of a record in the file. */
export type Fate = 'whole' | 'headless' | 'truncated';

export interface LoggedRecord extends WrittenRecord {
  readonly fate: Fate;
}

export interface WrittenLog {
  readonly bytes: Buffer;
  readonly records: readonly LoggedRecord[];
}

export interface WriteOptions {
  readonly form: 'ccm' | 'server';
  readonly bias: Bias;
  /** The part of the records that another process writes over. */
  readonly torn?: number;
  readonly lineEnd?: '\r\n' | '\n';
  readonly mark?: boolean;
  readonly seed?: number;
}

/** The file that a component would have written. A record of a server is one line: breaks in it become blanks. */
export const writeLog = (
  records: readonly WrittenRecord[],
  { form, bias, torn = 0, lineEnd = '\r\n', mark = false, seed = 1 }: WriteOptions,
): WrittenLog => {
  const draw = new Draw(seed);
  const logged: LoggedRecord[] = [];
  const lines = records.map((given) => {
    const record =
      form === 'ccm' ? given : { ...given, message: given.message.replaceAll(/\s*\r?\n\s*/g, ' ') };
    const text = form === 'ccm' ? ccmText(record, bias) : serverText(record, bias);
    if (form === 'server' || !draw.chance(torn)) {
      logged.push({ ...record, fate: 'whole' });
      return text;
    }
    // Behind a record without an end, one without a head would be its end.
    const needsHead = logged.at(-1)?.fate === 'truncated';
    return needsHead || draw.chance(0.5)
      ? cutTail(record, draw, logged)
      : cutHead(record, text, draw, logged);
  });
  return { bytes: Buffer.from(`${mark ? '\ufeff' : ''}${lines.join(lineEnd)}${lineEnd}`), records: logged };
};

/** What is lost is in one line, so what is left of a message with several may be more than one record. */
const cutHead = (record: WrittenRecord, text: string, draw: Draw, logged: LoggedRecord[]): string => {
  const from = record.message.lastIndexOf('\n') + 1;
  const lost = draw.int(from + 1, record.message.length - 2);
  logged.push({ ...record, message: record.message.slice(lost).trim(), fate: 'headless' });
  return text.slice(text.indexOf(record.message) + lost);
};

const cutTail = (record: WrittenRecord, draw: Draw, logged: LoggedRecord[]): string => {
  const message = record.message.slice(0, draw.int(1, record.message.length)).trimEnd();
  logged.push({ ...record, message, fate: 'truncated' });
  return `<![LOG[${message}`;
};
