/** UTC epoch milliseconds as ISO 8601; null when it is not known. */
export const isoTime = (time: number | undefined): string | null =>
  time === undefined ? null : new Date(time).toISOString();

/** `2026-11-21 12:03 UTC`, for people. */
export const utcText = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
