import { dpProfiles } from './dpProfile';
import type { DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';
import type { Random } from './random';

export interface DemoGroup {
  readonly groupId: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly DemoDp[];
  readonly packages: readonly DemoPackage[];
}

const names = [
  ['All Distribution Points', 'every DP that holds content'],
  ['Europe (EMEA) 100% [pilot_1]', 'first ring'],
  ['日本 / アジア', '東京とソウル'],
  ['Fabrikam "Werk 2"', 'taken over in 2023'],
  [`Mike's Test_Group`, 'ask Mike'],
  ['Standorte Süd', 'München, Zürich, Wien'],
  ['Кафе & Lager', ''],
  ['Branch offices <50 clients', 'slow links'],
  ['OSD only', 'images, boot images and drivers'],
  ['Americas', ''],
] as const;

const guid = (random: Random): string => {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.int(0, 15).toString(16).toUpperCase()).join('');
  return `{${hex(8)}-${hex(4)}-4${hex(3)}-A${hex(3)}-${hex(12)}}`;
};

/** DP groups of ordinary packages; the last of them has no members yet. */
export const planGroups = (
  dps: readonly DemoDp[],
  packages: readonly DemoPackage[],
  random: Random,
): readonly DemoGroup[] => {
  const ordinary = packages.filter((one) => one.special === undefined);
  const candidates = dps.filter((dp) => dpProfiles[dp.profile].share === 1);
  if (candidates.length === 0) return [];
  const groups = names.map(([name, description], at): DemoGroup => {
    const size = at === 0 ? 0.5 : random.between(0.2, 0.35);
    const content = random.between(0.06, 0.12);
    return {
      groupId: guid(random),
      name,
      description,
      members: random.shuffled(candidates).slice(0, Math.ceil(size * candidates.length)),
      packages: random.shuffled(ordinary).slice(0, Math.max(3, Math.ceil(content * ordinary.length))),
    };
  });
  const empty = { groupId: guid(random), name: 'New group', description: 'no members yet' };
  return [...groups, { ...empty, members: [], packages: [] }];
};
