import { specialPackages } from '../cases/specialPackages';
import type { DemoPackage } from './demoPackage';
import products from './products.json';
import type { Random } from './random';
import { day } from './time';

const variants = ['Ring 1', 'Ring 2', 'Pilot', 'de-DE', 'ja-JP', 'fr-FR', 'VDI', 'Kiosk', 'Lab', 'Server'];

type Product = readonly [name: string, manufacturer: string, type: number, least: number, most: number];

const packageId = (siteCode: string, index: number): string =>
  siteCode + (0x0a + index).toString(16).toUpperCase().padStart(5, '0');

const contentsOf = (type: number, bytes: number, random: Random): readonly number[] => {
  if (type !== 8 || random.chance(0.7)) return [bytes];
  const first = Math.round(bytes * random.between(0.2, 0.8));
  return [first, bytes - first];
};

const ordinary = (index: number, siteCode: string, now: number, random: Random): DemoPackage => {
  const list = products.products as unknown as readonly Product[];
  const [name, manufacturer, type, least, most] = list[index % list.length] ?? ['Package', '', 0, 1, 2];
  const round = Math.floor(index / list.length);
  const variant = round === 0 ? '' : ` - ${variants[(round - 1) % variants.length] ?? ''}`;
  const again = round <= variants.length ? '' : ` (${String(Math.ceil(round / variants.length))})`;
  const kilobytes = Math.round(random.between(least, most) * 1024);
  const sourceVersion = random.chance(0.3) ? 1 : random.int(2, 9);
  return {
    index,
    packageId: packageId(siteCode, index),
    name: name + variant + again,
    version: `${random.int(1, 24)}.${random.int(0, 9)}`,
    manufacturer,
    type,
    sourceFlag: 2,
    flags: type === 3 ? 0x01000000 : 0,
    sourceVersion,
    storedVersion: sourceVersion,
    kilobytes,
    contents: contentsOf(type, kilobytes * 1024, random),
    actionInProgress: 0,
    exists: true,
    sourceDate: now - random.between(420 * day, 900 * day),
    special: undefined,
  };
};

/** The site's packages: ordinary ones, and behind them those that are cases of their own. */
export const planPackages = (
  count: number,
  siteCode: string,
  now: number,
  random: Random,
): readonly DemoPackage[] => {
  const ordinaryCount = Math.max(0, count - specialPackages.length);
  return Array.from({ length: count }, (_, index) => {
    const one = ordinary(index, siteCode, now, random);
    const special = specialPackages[index - ordinaryCount];
    if (special === undefined) return one;
    const { name, type } = special;
    return { ...one, name, type, flags: 0, special: name, ...special.differs(now) };
  });
};

/** The client upgrade package, which the site makes and targets itself. */
export const planPredefined = (siteCode: string, now: number, random: Random): DemoPackage => {
  const kilobytes = random.int(80, 130) * 1024;
  const sourceVersion = random.int(1, 6);
  return {
    index: -1,
    packageId: `${siteCode}00003`,
    name: 'Configuration Manager Client Upgrade Package',
    version: '5.00.9128.1000',
    manufacturer: 'Microsoft',
    type: 0,
    sourceFlag: 2,
    flags: 0,
    sourceVersion,
    storedVersion: sourceVersion,
    kilobytes,
    contents: [kilobytes * 1024],
    actionInProgress: 0,
    exists: true,
    sourceDate: now - random.between(420 * day, 900 * day),
    special: undefined,
  };
};
