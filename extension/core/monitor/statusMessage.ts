import catalogue from './statusMessages.json';

export type StatusSeverity = 'information' | 'warning' | 'error';

/** What a status message means for a package on a DP, as the console's Content Status shows it. */
export type PairState = 'success' | 'inProgress' | 'failed';

export interface StatusMessage {
  readonly severity: StatusSeverity;
  /** In our own words, without a full stop. */
  readonly text: string;
  readonly pairState?: PairState;
}

const messages = new Map(
  Object.entries(catalogue.messages).map(([id, message]) => [Number(id), message as StatusMessage]),
);

/** A status message ID of the content components; undefined for one that is not in the catalogue. */
export const statusMessage = (id: number): StatusMessage | undefined => messages.get(id);

/** `2382: the hash of the content is wrong`, or the bare number for an ID that is not known. */
export const statusMessageWords = (id: number): string => {
  const known = messages.get(id);
  return known === undefined ? `status message ${id}` : `${id}: ${known.text}`;
};

/** 2380-2386, 2388, 2393: content validation (component SMS_Distribution_Point_Monitoring). */
export const isValidationMessage = (id: number): boolean =>
  (id >= 2380 && id <= 2386) || id === 2388 || id === 2393;
