import type { Difference } from './difference';
import type { Subject } from './subject';

/** Names of the two that are compared, where there are two. */
export interface Compared {
  readonly kind: Subject['kind'];
  readonly left: string;
  readonly right: string;
}

interface Words {
  /** For a chip and a cell. */
  readonly label: string;
  readonly hint: string;
}

/** What a difference is called, and what that says. */
export const differenceWords = (difference: Difference, { kind, left, right }: Compared): Words => {
  const on = kind === 'groups' ? 'in' : 'on';
  switch (difference) {
    case 'onlyInWmi':
      return { label: 'Only in WMI', hint: 'In the WMI list of the DP, not in PkgLib' };
    case 'onlyInPkgLib':
      return { label: 'Only in PkgLib', hint: 'In PkgLib, not in the WMI list of the DP' };
    case 'notThere':
      return { label: 'Not there', hint: 'Targeted by the site, in neither list of the DP' };
    case 'notTargeted':
      return { label: 'Not targeted', hint: 'In both lists of the DP, not targeted by the site' };
    case 'notOnMember':
      return {
        label: 'Not on the member',
        hint: 'A group asks for it, and it was never targeted to the member',
      };
    case 'onlyDirect':
      return { label: 'In no group', hint: 'On the member, and no group that it belongs to asks for it' };
    case 'provedLeft':
      return {
        label: `Proved only ${on} ${left}`,
        hint: `Expected ${on} both, all validated ${on} ${left} only`,
      };
    case 'provedRight':
      return {
        label: `Proved only ${on} ${right}`,
        hint: `Expected ${on} both, all validated ${on} ${right} only`,
      };
    case 'onlyLeft':
      return { label: `Only ${on} ${left}`, hint: `Expected ${on} ${left}, not ${on} ${right}` };
    case 'onlyRight':
      return { label: `Only ${on} ${right}`, hint: `Expected ${on} ${right}, not ${on} ${left}` };
    case 'otherVersion':
      return kind === 'package'
        ? { label: 'Other version', hint: 'Validated, in another version than the package has' }
        : { label: 'Other version', hint: 'On both, in different versions' };
    case 'otherVerdict':
      return {
        label: `Proved ${on} neither`,
        hint: `Expected ${on} both and proved ${on} neither, for different reasons`,
      };
    case 'problem':
      return { label: 'Problem', hint: 'Needs repair or a decision' };
    case 'stale':
      return { label: 'Stale', hint: 'Validated too long ago' };
    case 'notProved':
      return { label: 'Not proved', hint: 'Not proved either way' };
    case 'running':
      return { label: 'Running', hint: 'Being distributed, removed or processed' };
    case 'notExpected':
      return { label: 'Not expected', hint: 'Neither targeted to it nor asked for by a group of it' };
    case 'leftover':
      return { label: 'Leftover', hint: 'Only v_ContentDistribution still knows it' };
    case 'onTheWay':
      return { label: 'On the way', hint: 'Not on the DP yet; the site is at work on it' };
    case 'unknown':
      return { label: 'Unknown', hint: 'Something that would tell could not be read' };
    case 'same':
      return { label: kind === 'package' ? 'Proved' : 'The same', hint: 'Nothing sets them apart' };
  }
};
