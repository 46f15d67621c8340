import { fateKinds } from './fate';
import type { JournalRecord } from './journalRecord';
import { isLibraryWork } from './parseLibraryWork';

/**
 * One line of a journal; undefined for a line that is none: torn by a crash, or of a later release. What a run
 * rests on is checked; the plan as far as a run reads it.
 */
export const parseRecord = (line: string): JournalRecord | undefined => {
  const record = parsed(line);
  return isObject(record) && isTime(record.at) && isEntry(record)
    ? (record as unknown as JournalRecord)
    : undefined;
};

type Fields = Readonly<Record<string, unknown>>;

const isEntry = (record: Fields): boolean => {
  switch (record.kind) {
    case 'run':
      return isRunner(record.by) && isText(record.siteName) && isPlan(record.plan);
    case 'intent':
      return isText(record.step) && isBefore(record.before);
    case 'answer':
      return isText(record.step) && isAnswer(record.answer);
    case 'proof':
      return isText(record.step) && isProof(record.proof);
    case 'outcome':
      return isText(record.step) && isFate(record.fate);
    case 'takenOver':
      return isRunner(record.by);
    case 'stopped':
      return isText(record.cause);
    case 'paused':
    case 'resumed':
    case 'ended':
      return true;
    default:
      return false;
  }
};

const isPlan = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.hash) &&
  isText(value.siteCode) &&
  isObject(value.caps) &&
  Array.isArray(value.steps) &&
  value.steps.every(isStep);

const stepTexts = [
  'id',
  'action',
  'packageId',
  'packageName',
  'dp',
  'dpName',
  'nalPath',
  'siteCode',
  'sourceDp',
];

const isStep = (value: unknown): boolean =>
  isObject(value) &&
  stepTexts.every((name) => isText(value[name])) &&
  isBefore(value.before) &&
  (value.library === undefined || isLibraryWork(value.library));

const isBefore = (value: unknown): boolean =>
  isObject(value) &&
  [value.state, value.sourceVersion, value.lastRefreshTime].every(
    (part) => part === undefined || typeof part === 'number',
  );

const causes: ReadonlySet<unknown> = new Set(['refused', 'failed', 'none']);

const isAnswer = (value: unknown): boolean =>
  isObject(value) && (value.kind === 'accepted' || (causes.has(value.kind) && isText(value.cause)));

const isProof = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case 'effect':
    case 'arrived':
      return isText(value.evidence);
    case 'puttingBack':
      return isText(value.cause);
    case 'verifying':
    case 'cancelling':
      return true;
    case 'verifyAnswer':
    case 'cancelAnswer':
      return isAnswer(value.answer);
    default:
      return false;
  }
};

const isFate = (value: unknown): boolean =>
  isObject(value) &&
  fateKinds.some((kind) => kind === value.kind) &&
  isText(value.cause) &&
  (value.culprits === undefined || (Array.isArray(value.culprits) && value.culprits.every(isBadPackage)));

const isBadPackage = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.packageId) &&
  typeof value.messageId === 'number' &&
  Array.isArray(value.culprits) &&
  value.culprits.every(isText);

const isRunner = (value: unknown): boolean =>
  isObject(value) && isText(value.user) && isText(value.computer) && isText(value.program);

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
