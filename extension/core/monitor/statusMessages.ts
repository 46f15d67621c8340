import catalogue from './statusMessages.json';

/** What a status message number means. */
export interface StatusMessageKind {
  readonly severity: 'informational' | 'warning' | 'error';
  /** MessageState that Content Status gives a pair by it: 1 success, 2 in progress, 4 failed. */
  readonly state?: 1 | 2 | 4;
  readonly text: string;
}

const kinds: Readonly<Record<string, StatusMessageKind>> = catalogue as Record<string, StatusMessageKind>;

/** undefined for a number that the catalogue does not hold. */
export const statusMessageKind = (messageId: number): StatusMessageKind | undefined =>
  kinds[String(messageId)];

/** What the message says, in words; the bare number for one that is not known. */
export const statusMessageText = (messageId: number): string =>
  statusMessageKind(messageId)?.text ?? `Status message ${messageId}.`;
