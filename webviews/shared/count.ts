const grouped = new Intl.NumberFormat('en');

/** `12,345`. */
export const countText = (count: number): string => grouped.format(count);

/** `1 package`, `12 packages`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;
