import type { Package } from './package';

/** What is peculiar to a package that the site makes itself or that v_Package leaves out; undefined: nothing is. */
export const packageNote = ({ isPredefined, isUnlisted }: Package): string | undefined => {
  if (isPredefined === true) return 'Predefined by the site (the client upgrade package is one).';
  return isUnlisted === true
    ? 'Hidden by the site: v_SmsPackage and vSMS_Content have it, v_Package does not list it.'
    : undefined;
};
