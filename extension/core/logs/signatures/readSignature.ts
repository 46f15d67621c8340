import { kindOf, type EntryReader } from '../../connection/entryReader';
import { isRecord } from '../../redistribute/document/fieldShape';
import { LineReader } from './lineReader';
import {
  signatureSeverities,
  threadKey,
  type Repetition,
  type SecondLine,
  type Signature,
} from './signature';

export interface ReadSignature {
  /** undefined when it cannot be used. */
  readonly signature: Signature | undefined;
  readonly problems: readonly string[];
}

/** Longer texts are refused: they are shown whole. */
const longestText = 4000;
const mostTimes = 100;
const mostLines = 10_000;
const mostSeconds = 30 * 86_400;

/** @param place such as `signatures[2]` */
export const readSignature = (place: string, value: unknown): ReadSignature => {
  if (!isRecord(value))
    return {
      signature: undefined,
      problems: [`${place}: Expected a signature in braces, { ... }, found ${kindOf(value)}.`],
    };
  const reader = new LineReader(place, value);
  const line = reader.line();
  const captures = reader.captures;
  const then = reader.part('then', (part) => secondLine(part, captures));
  const repeated = reader.part('repeated', (part) => repetition(part, captures));
  const signature: Signature = {
    id: idOf(reader),
    title: sentence(reader, 'title', 'what is wrong, in a few words'),
    severity: reader.choice('severity', signatureSeverities) ?? 'warning',
    logs: reader.texts('logs') ?? [],
    components: reader.texts('components') ?? [],
    line,
    then,
    repeated,
    meaning: sentence(reader, 'meaning', 'what the line means'),
    evidence: reader.texts('evidence') ?? [],
    advice: reader.texts('advice') ?? [],
    source: sentence(reader, 'source', 'where that is documented: a URL or a ticket'),
  };
  for (const field of ['evidence', 'advice', 'logs', 'components'] as const)
    if (signature[field].some((text) => text.trim() === '' || text.length > longestText))
      reader.refuse(field, `Expected texts of 1 to ${longestText} characters.`);
  reader.remarkRest();
  return { signature: reader.isUsable ? signature : undefined, problems: reader.problems };
};

const idOf = (reader: EntryReader): string => {
  const id = reader.requiredText('id', 'a name that stays, such as "wmi-add-file"');
  if (id !== '' && !/^[\w.-]{1,80}$/.test(id))
    reader.refuse('id', 'Expected letters, digits, "-", "_" and ".", at most 80.');
  return id;
};

const sentence = (reader: EntryReader, field: string, what: string): string => {
  const text = reader.requiredText(field, what);
  if (text.length > longestText) reader.refuse(field, `Expected at most ${longestText} characters.`);
  return text;
};

const secondLine = (reader: LineReader, captures: ReadonlySet<string>): SecondLine => {
  const line = reader.line();
  const shared = new Set([threadKey, ...[...captures].filter((name) => reader.captures.has(name))]);
  const second = {
    ...line,
    same: reader.keys('same', shared),
    differs: reader.keys('differs', shared),
    lines: reader.whole('lines', mostLines),
    seconds: reader.whole('seconds', mostSeconds),
  };
  if (second.lines === undefined && second.seconds === undefined)
    reader.refuse('lines', 'Write within how many "lines" or "seconds" the line follows.');
  return second;
};

const repetition = (reader: LineReader, captures: ReadonlySet<string>): Repetition => {
  const [times, seconds] = [reader.whole('times', mostTimes), reader.whole('seconds', mostSeconds)];
  if (times === undefined || times < 2)
    reader.refuse('times', `Write a whole number from 2 to ${mostTimes}.`);
  if (seconds === undefined) reader.refuse('seconds', 'Write within how many seconds.');
  return {
    times: times ?? 2,
    seconds: seconds ?? 1,
    same: reader.keys('same', new Set([threadKey, ...captures])),
  };
};
