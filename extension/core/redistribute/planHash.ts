/**
 * A 64-bit fingerprint of a plan as 16 hex digits: tells one plan from another when it is confirmed. Two FNV-1a
 * halves with different seeds; it guards against mistakes, not against an attacker.
 */
export const planHash = (parts: readonly unknown[]): string => {
  const text = JSON.stringify(parts);
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + index), 0x01000193);
  }
  return hex(high) + hex(low);
};

const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
