import type { SiteIndex } from '../siteTree/siteIndex';
import type { Compared } from './differenceWords';
import type { Subject } from './subject';

/** What is compared, in a title and in the heads of the columns. */
export interface ComparedTitles {
  readonly title: string;
  /** A head for each side. */
  readonly sides: readonly string[];
  /** What a row is about. */
  readonly row: 'package' | 'packageOrDp' | 'dp' | 'pair';
}

type Names = Pick<SiteIndex, 'dpName' | 'packageName' | 'groups'>;

export const comparedTitles = (subject: Subject, names: Names): ComparedTitles => {
  const group = (groupId: string): string => names.groups.get(groupId)?.name ?? groupId;
  switch (subject.kind) {
    case 'dps': {
      const [left, right] = [names.dpName(subject.left), names.dpName(subject.right)];
      return { title: `${left} and ${right}`, sides: [left, right], row: 'package' };
    }
    case 'groups': {
      const [left, right] = [group(subject.left), group(subject.right)];
      return { title: `${left} and ${right}`, sides: [left, right], row: 'packageOrDp' };
    }
    case 'dpDrift': {
      const dp = names.dpName(subject.dp);
      return { title: `${dp} and its groups`, sides: ['Asked for by', `On ${dp}`], row: 'package' };
    }
    case 'groupDrift': {
      const name = group(subject.groupId);
      return { title: `${name} and its members`, sides: ['In the group', 'On members'], row: 'package' };
    }
    case 'package':
      return {
        title: `${names.packageName(subject.packageId)} (${subject.packageId}) on every distribution point`,
        sides: ['State'],
        row: 'dp',
      };
    case 'leftovers':
      return {
        title: subject.dp === undefined ? 'Leftovers' : `Leftovers on ${names.dpName(subject.dp)}`,
        sides: ['v_ContentDistribution'],
        row: 'pair',
      };
    case 'library':
      return {
        title: `${names.dpName(subject.dp)}: site, WMI and PkgLib`,
        sides: ['Site database', 'WMI list', 'PkgLib'],
        row: 'package',
      };
  }
};

/** What the words for a difference name: servers without the domain that they share. */
export const comparedOf = (
  { kind }: Subject,
  { sides: [left = '', right = ''] }: ComparedTitles,
): Compared => {
  const [, host = left, domain] = /^([^.]+)(\..+)$/.exec(left) ?? [];
  const isShared =
    kind === 'dps' && domain !== undefined && right.toLowerCase().endsWith(domain.toLowerCase());
  const other = isShared ? right.slice(0, -domain.length) : right;
  const areApart =
    isShared && other !== '' && !other.includes('.') && other.toLowerCase() !== host.toLowerCase();
  return areApart ? { kind, left: host, right: other } : { kind, left, right };
};
