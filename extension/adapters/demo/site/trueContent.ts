/** What truly lies on a DP for a package, whatever the site believes; `absent` is not on the DP's own list. */
export type TrueContent = 'good' | 'badHash' | 'corrupt' | 'filesMissing' | 'absent';
