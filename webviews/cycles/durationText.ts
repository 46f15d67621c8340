const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `40 min`, `3 h 12 min`, `2 d 4 h`. @param span milliseconds */
export const durationText = (span: number): string => {
  if (span < hour) return `${Math.max(1, Math.round(span / minute))} min`;
  if (span < 2 * day) return `${Math.floor(span / hour)} h ${Math.floor((span % hour) / minute)} min`;
  return `${Math.floor(span / day)} d ${Math.floor((span % day) / hour)} h`;
};
