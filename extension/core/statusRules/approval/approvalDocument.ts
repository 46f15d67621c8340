import { JsonError, parseJsonLines } from '../../acknowledge/jsonLines';
import { EntryReader, kindOf } from '../../connection/entryReader';
import { parseSiteCode } from '../../connection/siteCode';
import { approvableActions, gigabyte, longestApproval, type Approval } from './approval';

const format = 'configmgr-content-approval';
const version = 1;
const most = 1_000_000;

export type ParsedApproval =
  | { readonly kind: 'approval'; readonly approval: Approval }
  /** Each names the field and what to write there. Then nothing is approved. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export const printApproval = ({
  siteCode,
  approvedBy,
  approvedAt,
  expires,
  actions,
  caps,
}: Approval): string =>
  `${JSON.stringify(
    {
      format,
      version,
      siteCode,
      approvedBy,
      approvedAt: new Date(approvedAt).toISOString(),
      expires: new Date(expires).toISOString(),
      actions,
      stepsPerDay: caps.steps,
      distributionPointsPerDay: caps.distributionPoints,
      gigabytesPerDay: caps.bytes / gigabyte,
    },
    undefined,
    2,
  )}\n`;

/** An approval that is not understood to its last field approves nothing. */
export const parseApproval = (text: string): ParsedApproval => {
  try {
    const { value } = parseJsonLines(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? approvalOf(value as Readonly<Record<string, unknown>>)
      : refused([`Expected an object, { ... }, found ${kindOf(value)}.`]);
  } catch (error) {
    if (error instanceof JsonError) return refused([`line ${error.line}: ${error.message}`]);
    throw error;
  }
};

const refused = (problems: readonly string[]): ParsedApproval => ({ kind: 'refused', problems });

const approvalOf = (entry: Readonly<Record<string, unknown>>): ParsedApproval => {
  const reader = new EntryReader('approval', entry);
  if (reader.text('format') !== format) reader.refuse('format', `Expected "${format}".`);
  if (reader.whole('version', most) !== version)
    reader.refuse(
      'version',
      `Expected ${version}. Another version is read by another version of ConfigMgr Content.`,
    );
  const siteCode = reader.requiredText('siteCode', 'the site code, as in "P01"');
  if (siteCode !== '' && parseSiteCode(siteCode) === undefined)
    reader.refuse('siteCode', 'Expected three letters or digits, as in "P01".');
  const approvedAt = timeOf(reader, 'approvedAt');
  const expires = timeOf(reader, 'expires');
  if (expires <= approvedAt || expires - approvedAt > longestApproval)
    reader.refuse('expires', 'Expected a time within a year after approvedAt.');
  const approval: Approval = {
    siteCode,
    approvedBy: reader.requiredText('approvedBy', 'who approves'),
    approvedAt,
    expires,
    actions: actionsOf(reader),
    caps: {
      steps: requiredWhole(reader, 'stepsPerDay'),
      distributionPoints: requiredWhole(reader, 'distributionPointsPerDay'),
      bytes: requiredWhole(reader, 'gigabytesPerDay') * gigabyte,
    },
  };
  for (const field of reader.rest()) reader.refuse(field, 'Not known. Take it out.');
  return reader.isUsable ? { kind: 'approval', approval } : refused(reader.problems);
};

const actionsOf = (reader: EntryReader): Approval['actions'] => {
  const names = reader.texts('actions') ?? [];
  const known = names.flatMap((name) => approvableActions.find((action) => action === name) ?? []);
  if (known.length === 0 || known.length < names.length)
    reader.refuse('actions', `Expected one or more of ${approvableActions.join(', ')}.`);
  return known;
};

const requiredWhole = (reader: EntryReader, field: string): number => {
  const value = reader.whole(field, most);
  if (value === undefined) reader.refuse(field, `Expected a whole number from 1 to ${most}.`);
  return value ?? 0;
};

/** UTC, as it is printed: a time without a zone would mean another one on each computer. */
const timeOf = (reader: EntryReader, field: string): number => {
  const text = reader.text(field) ?? '';
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) reader.refuse(field, 'Expected a UTC time, as in "2027-01-31T02:00:00Z".');
  return Number.isNaN(time) ? 0 : time;
};
