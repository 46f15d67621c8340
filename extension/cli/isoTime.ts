/** UTC epoch milliseconds as ISO 8601; undefined stays undefined. */
export const isoTime = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();
