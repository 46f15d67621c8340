import type { Mention } from './mention';

/** Site code and number. Hashes, parts of GUIDs and words have the same shape: what stands around it decides. */
const shape = /(?<!\w)([A-Z0-9]{3})[0-9A-F]{5}(?!\w|-[0-9A-F]{4}-)/g;

/** `package 'CS100026'`, `PkgID: CS100026`, `content C010000D.28`, `SMS_DP_SMSPKG$/CS100026`, `ISTR0="CS100026"`. */
const before = /(?:package|pkg|content)(?: ?id)?[^\w\r\n]{0,4}$|smspkg\$?[/\\]$|(?:ISTR|AVAL)\d="$/i;

/** `CS100026.1`, `CS100026.PCK.1`, `CS100026.DLT.1.2`. */
const behind = /^\.(?:\d{1,4}(?!\d)|PCK|DLT)/;

/** Units that are looked at on either side. */
const reach = 20;

/**
 * Package IDs: three letters or digits of a site's code and five hexadecimal digits, at least one of all a digit, and
 * known for one by its context or by the code of a site that is known.
 */
export const packageIds = (text: string, siteCodes: ReadonlySet<string>): readonly Mention[] => {
  const found: Mention[] = [];
  for (const { 0: key, 1: site = '', index: start } of text.matchAll(shape)) {
    const end = start + key.length;
    if (isPackageId(text, key, site, start, siteCodes)) found.push({ kind: 'package', key, start, end });
  }
  return found;
};

const isPackageId = (
  text: string,
  key: string,
  site: string,
  start: number,
  siteCodes: ReadonlySet<string>,
): boolean => {
  if (!/\d/.test(key)) return false;
  if (siteCodes.has(site)) return true;
  const end = start + key.length;
  const called = before.exec(text.slice(Math.max(0, start - reach), start))?.[0];
  // `content 12345678` may be a size.
  if (called !== undefined) return /\D/.test(key) || !/^content/i.test(called);
  return /\D/.test(site) && behind.test(text.slice(end, end + reach));
};
