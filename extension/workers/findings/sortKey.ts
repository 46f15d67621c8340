import { foldText } from '../../core/filter/pattern';

/**
 * Text whose plain comparison sorts as people read: no case, accents last, numbers by value (DP2 before
 * DP10). The same on every machine, unlike a locale's collation, and computed once a text.
 */
export const sortKey = (text: string): string => {
  const folded = foldText(text);
  const base = folded.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return `${base.replaceAll(/[0-9]+/g, numberKey)}\0${folded}`;
};

/** Longer numbers are larger: a character for the length, then the digits. */
const numberKey = (digits: string): string => {
  const value = digits.replace(/^0+(?=[0-9])/, '');
  return String.fromCharCode(0x30 + Math.min(value.length, 9)) + value;
};

/** The places of the texts in their sorted order; equal texts keep the order they have. */
export const sortedPlaces = (texts: readonly string[]): readonly number[] => {
  const keys = texts.map(sortKey);
  return texts
    .map((_, place) => place)
    .sort((a, b) => {
      const [x = '', y = ''] = [keys[a], keys[b]];
      return x < y ? -1 : x > y ? 1 : 0;
    });
};
