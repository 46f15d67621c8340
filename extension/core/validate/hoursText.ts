const minute = 60_000;

/** `45 min`, `6 h 20 min`, `28 h`; milliseconds. */
export const hoursText = (length: number): string => {
  const minutes = Math.max(1, Math.round(length / minute));
  const hours = Math.floor(minutes / 60);
  const rest = hours >= 12 ? 0 : minutes % 60;
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
};
