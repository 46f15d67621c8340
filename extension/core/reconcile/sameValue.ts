/** Two values of plain data say the same: numbers, texts, lists and objects of them. Lists are in an order. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length || Array.isArray(one) !== Array.isArray(other)) return false;
  const [fields, known] = [one as Fields, other as Fields];
  return keys.every((key) => key in known && sameValue(fields[key], known[key]));
};

type Fields = Readonly<Record<string, unknown>>;
