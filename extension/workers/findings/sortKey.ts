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

/** Longer numbers are larger: the length, then the digits. A 9 says that the length is itself a number's key. */
const numberKey = (digits: string): string => {
  const value = digits.replace(/^0+(?=[0-9])/, '');
  return value.length < 9 ? `${value.length}${value}` : `9${numberKey(String(value.length))}${value}`;
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
