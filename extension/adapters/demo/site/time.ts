/** Milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Status messages older than this are gone (Delete Aged Status Messages, 30 days by default). */
export const messagesKeptFor = 30 * day;
