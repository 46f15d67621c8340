import { env } from 'vscode';

const units = [
  { unit: 'day', milliseconds: 24 * 60 * 60 * 1000 },
  { unit: 'hour', milliseconds: 60 * 60 * 1000 },
  { unit: 'minute', milliseconds: 60 * 1000 },
  { unit: 'second', milliseconds: 1000 },
] as const;

/** `3 minutes ago`, in the window's language. Both are UTC epoch milliseconds of the site's time. */
export const ageWords = (time: number, now: number): string => {
  const age = Math.max(0, now - time);
  const { unit, milliseconds } = units.find((one) => age >= one.milliseconds) ?? units[3];
  const format = new Intl.RelativeTimeFormat(env.language, { numeric: 'auto' });
  return format.format(-Math.floor(age / milliseconds), unit);
};

/** `2026-11-21 12:03 UTC`: what goes into a ticket is the same on every machine. */
export const utcWords = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A time of the site with its age. */
export const momentWords = (time: number, now: number): string =>
  `${utcWords(time)} (${ageWords(time, now)})`;
