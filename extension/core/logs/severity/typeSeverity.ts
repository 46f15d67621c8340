import { ascii, isDigit, startsWithAnyCase } from '../scan/ascii';
import { severityNumber } from '../scan/recordFields';

const { none, success, info, warning, error } = severityNumber;

/** What types and levels begin with that are words. */
const words = (
  [
    ['err', error],
    ['fatal', error],
    ['crit', error],
    ['warn', warning],
    ['succ', success],
    ['verb', none],
    ['debug', none],
    ['trace', none],
  ] as const
).map(([word, severity]) => [ascii(word), severity] as const);

/** By the number of the type; 0 is verbose in what ConfigMgr writes, and success in deployment toolkits. */
const numbers = [none, info, warning, error];

/** The severity of a type that is this digit, as a byte. */
export const digitSeverity = (digit: number, isToolkit: boolean): number =>
  digit === 48 && isToolkit ? success : (numbers[digit - 48] ?? info);

/** The severity of a `type="…"` or of a level in words; undefined when nothing is there. */
export const typeSeverity = (
  bytes: Uint8Array,
  from: number,
  to: number,
  isToolkit: boolean,
): number | undefined => {
  if (to <= from) return undefined;
  const first = bytes[from] ?? 0;
  if (to === from + 1 && isDigit(first)) return digitSeverity(first, isToolkit);
  for (const [word, severity] of words) if (startsWithAnyCase(bytes, from, word)) return severity;
  return info;
};
