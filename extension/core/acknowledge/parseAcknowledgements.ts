import { EntryReader, kindOf } from '../connection/entryReader';
import { parseSiteCode } from '../connection/siteCode';
import { verdicts } from '../reconcile/verdict';
import type { Acknowledgement } from './acknowledgement';
import { JsonError, parseJsonLines, type JsonNode } from './jsonLines';

export const fileVersion = 1;

/** What stands in a file of acknowledgements. */
export interface AcknowledgementFile {
  readonly acknowledgements: readonly Acknowledgement[];
  /** Fields beside version and list, which are written back. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** A file that is not understood to its last entry sets nothing aside: `problems` name line and field. */
export type ParsedAcknowledgements =
  | ({ readonly kind: 'understood' } & AcknowledgementFile)
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** An empty text is an empty file. */
export const parseAcknowledgements = (text: string): ParsedAcknowledgements => {
  if (text.trim() === '') return { kind: 'understood', acknowledgements: [], others: {} };
  try {
    return parseFile(parseJsonLines(text));
  } catch (error) {
    if (error instanceof JsonError) return broken(`line ${error.line}: ${error.message}`);
    throw error;
  }
};

const parseFile = (root: JsonNode): ParsedAcknowledgements => {
  if (!isRecord(root.value))
    return broken(`line ${root.line}: Expected an object, { ... }, found ${kindOf(root.value)}.`);
  const { version, acknowledgements: list, ...others } = root.value;
  if (version !== fileVersion)
    return broken(
      `line ${root.line}, version: Expected ${fileVersion}. A file of another version is read by another version of ConfigMgr Content.`,
    );
  if (!Array.isArray(list))
    return broken(`line ${root.line}, acknowledgements: Expected a list, found ${kindOf(list)}.`);
  const entries = root.items.find(({ value }) => value === list)?.items ?? [];
  const problems: string[] = [];
  const acknowledgements = entries.flatMap(({ line, value }, index) => {
    const place = `line ${line}, acknowledgements[${index}]`;
    if (!isRecord(value)) {
      problems.push(`${place}: Expected an entry in braces, { ... }, found ${kindOf(value)}.`);
      return [];
    }
    const reader = new EntryReader(place, value);
    const entry = parseEntry(reader, value);
    problems.push(...reader.problems);
    return entry;
  });
  return problems.length > 0
    ? { kind: 'broken', problems }
    : { kind: 'understood', acknowledgements, others };
};

const parseEntry = (reader: EntryReader, entry: Readonly<Record<string, unknown>>): Acknowledgement => {
  const site = reader.requiredText('site', 'the site code, as in "P01"');
  if (site !== '' && parseSiteCode(site) === undefined)
    reader.refuse('site', 'Expected three letters or digits, as in "P01".');
  const packageId = reader.text('package');
  const dp = reader.text('dp');
  if (packageId === undefined && dp === undefined)
    reader.refuse('package', 'Missing. Name a package ID, the server of a DP, or both.');
  const found = {
    siteCode: site,
    packageId,
    dp,
    verdicts: readVerdicts(reader),
    reason: reader.requiredText('reason', 'why this needs no action'),
    ticket: reader.text('ticket'),
    by: reader.requiredText('by', 'who says so'),
    created: readTime(reader, 'created') ?? 0,
    expires: readTime(reader, 'expires'),
  };
  if (entry['created'] === undefined) reader.refuse('created', `Missing. ${timeHint}`);
  const rest = reader.rest().map((field) => [field, entry[field]] as const);
  return rest.length === 0 ? found : { ...found, others: Object.fromEntries(rest) };
};

const readVerdicts = (reader: EntryReader): Acknowledgement['verdicts'] => {
  const names = reader.texts('verdicts');
  const known = names?.flatMap((name) => verdicts.find((verdict) => verdict === name) ?? []);
  if (known?.length !== names?.length || names?.length === 0)
    reader.refuse('verdicts', `Expected one or more of ${verdicts.join(', ')}.`);
  return known;
};

const timeHint = 'Write a time in UTC, as in "2026-11-21T12:00:00Z".';
const timePattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/;

const readTime = (reader: EntryReader, field: string): number | undefined => {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  const time = timePattern.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) reader.refuse(field, `Not understood. ${timeHint}`);
  return time;
};

const broken = (problem: string): ParsedAcknowledgements => ({ kind: 'broken', problems: [problem] });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
