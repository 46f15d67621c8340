const hour = 3_600_000;
const hours = 7 * 24;

/**
 * How long work of `work` milliseconds takes when it goes on in open hours only.
 * @param openHours 7 x 24 characters from Sunday on: 1 open, 0 closed
 * @param start when it begins, UTC epoch ms; the zone of the hours is not documented, so that up to a day is uncertain
 * @returns milliseconds; undefined when no hour is open
 */
export const elapsedThrough = (openHours: string, start: number, work: number): number | undefined => {
  if (!openHours.includes('1')) return undefined;
  const weekly = Array.from(openHours).filter((open) => open === '1').length * hour;
  const weeks = Math.max(0, Math.ceil(work / weekly) - 1);
  let left = work - weeks * weekly;
  let time = start + weeks * hours * hour;
  for (;;) {
    const ends = (Math.floor(time / hour) + 1) * hour;
    if (openHours[hourOfWeek(time)] === '1') {
      if (left <= ends - time) return time + left - start;
      left -= ends - time;
    }
    time = ends;
  }
};

const hourOfWeek = (time: number): number => {
  const date = new Date(time);
  return date.getUTCDay() * 24 + date.getUTCHours();
};
