import { spaces, word } from '../scan/words';

/** Four letters of `error`, `fail`, `warn`, in either case, and of the severity that a status message states. */
const words = ['rror', 'fail', 'warn'];
const states = ['EV=E', 'EV=W'];

/** At which place of a head two bytes stand, counted from 1; 0 when at none. */
const places = new Uint8Array(2 ** 16);

const enter = (first: string, second: string, place: number): void => {
  places[first.charCodeAt(0) | (second.charCodeAt(0) << 8)] = place;
};

for (const place of [1, 2, 3] as const) {
  for (const state of states) enter(state.charAt(place - 1), state.charAt(place), place);
  for (const word of words)
    for (const first of [word.charAt(place - 1), word.charAt(place - 1).toUpperCase()])
      for (const second of [word.charAt(place), word.charAt(place).toUpperCase()])
        enter(first, second, place);
}

const placeAt = (bytes: Uint8Array, at: number): number =>
  places[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] ?? 0;

/** The first head in a range; `to` when there is none. */
export const nextHead = (bytes: Uint8Array, from: number, to: number): number => {
  // A head has three pairs, so one of them stands at a third place. Adding in 32 bits keeps it in a register.
  for (let at = from | 0; at + 1 < to; at = (at + 3) | 0) {
    const place = placeAt(bytes, at);
    if (place === 0) continue;
    const head = at - place + 1;
    if (head < from || head + 4 > to) continue;
    if (placeAt(bytes, head) === 1 && placeAt(bytes, head + 1) === 2 && placeAt(bytes, head + 2) === 3)
      return head;
  }
  return to;
};

// The letters of heads in lower case, as a word.
const [rror, fail, warn, stateE, stateW] = [
  word('rror'),
  word('fail'),
  word('warn'),
  word('ev=e'),
  word('ev=w'),
];

/**
 * Whether there may be a head in a range, by several bytes at a time: nearly all messages have none. Twelve bytes must
 * stand behind the range.
 */
export const mayHoldHead = (view: DataView, from: number, to: number): boolean => {
  for (let at = from | 0; at < to; at = (at + 12) | 0) {
    const found =
      (places[view.getUint16(at, true)] ?? 0) |
      (places[view.getUint16(at + 3, true)] ?? 0) |
      (places[view.getUint16(at + 6, true)] ?? 0) |
      (places[view.getUint16(at + 9, true)] ?? 0);
    if (found === 0) continue;
    for (let pair = at; pair < at + 12; pair += 3) if (isHeadAround(view, pair, from)) return true;
  }
  return false;
};

const isHeadAround = (view: DataView, at: number, from: number): boolean => {
  const place = places[view.getUint16(at, true)] ?? 0;
  const head = at - place + 1;
  if (place === 0 || head < from) return false;
  const letters = view.getInt32(head, true) | spaces;
  return letters === rror || letters === fail || letters === warn || letters === stateE || letters === stateW;
};
