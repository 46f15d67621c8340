/** Sizes are written as Windows and the ConfigMgr console do: 1 kB is 1,024 bytes. */
const units = [
  { unit: 'TB', bytes: 1024 ** 4 },
  { unit: 'GB', bytes: 1024 ** 3 },
  { unit: 'MB', bytes: 1024 ** 2 },
  { unit: 'kB', bytes: 1024 },
  { unit: 'B', bytes: 1 },
] as const;

const pattern = /^(\d+(?:\.\d+)?)(?:([tgmk])i?b?|b)?$/i;

/** `1.5GB`, `500kB`, `1 GiB`, `20` (bytes); undefined for anything else, and beyond 2^53. */
export const parseBytes = (text: string): number | undefined => {
  const match = pattern.exec(text.replaceAll(/\s/gu, ''));
  if (match === null) return undefined;
  const letter = match[2]?.toUpperCase();
  const unit = units.find((one) => one.unit[0]?.toUpperCase() === letter)?.bytes ?? 1;
  const bytes = Math.round(Number(match[1]) * unit);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
};

/** The shortest text that parses to exactly these bytes. */
export const printBytes = (bytes: number): string => {
  for (const { unit, bytes: size } of units) {
    const text = `${bytes / size}${unit}`;
    if (bytes >= size && text.length <= 8 && parseBytes(text) === bytes) return text;
  }
  return `${bytes}B`;
};

/** For people: three digits that count, `48.2 GB`. */
export const formatBytes = (bytes: number): string => {
  const { unit, bytes: size } = units.find((one) => bytes >= one.bytes) ?? units[4];
  const amount = bytes / size;
  const digits = size === 1 || amount >= 100 ? 0 : amount >= 10 ? 1 : 2;
  return `${amount.toFixed(digits)} ${unit}`;
};
