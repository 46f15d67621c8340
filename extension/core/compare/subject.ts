import type { DpKey } from '../content/nalPath';

/** What is compared with what. */
export type Subject =
  /** A DP with another. */
  | { readonly kind: 'dps'; readonly left: DpKey; readonly right: DpKey }
  /** A DP group with another, by their numbers. */
  | { readonly kind: 'groups'; readonly left: string; readonly right: string }
  /** What a DP holds with what its groups ask for. */
  | { readonly kind: 'dpDrift'; readonly dp: DpKey }
  /** What a group asks for with what its members hold. */
  | { readonly kind: 'groupDrift'; readonly groupId: string }
  /** One package on every DP. */
  | { readonly kind: 'package'; readonly packageId: string }
  /** What only v_ContentDistribution still knows; of one DP, or of the site. */
  | { readonly kind: 'leftovers'; readonly dp?: DpKey | undefined }
  /** What the site targets to a DP with the DP's WMI list and its PkgLib. */
  | { readonly kind: 'library'; readonly dp: DpKey };
