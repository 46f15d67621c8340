import type { Mismatch } from '../mismatch';

/** What was found, as a sentence. */
export const findingWords = ({ kind, lists }: Mismatch): string => {
  switch (kind) {
    case 'onlyInWmi':
      return 'WMI lists it, and PkgLib does not.';
    case 'onlyInPkgLib':
      return 'PkgLib has it, and WMI does not list it.';
    case 'notTargeted':
      return 'Both lists of the DP have it.';
    case 'notThere':
      return 'Neither list of the DP has it.';
    case 'filesMissing':
      return lists.wmi === 'present'
        ? 'The lists have it, and files of it lack in the library.'
        : 'Files of it lack in the library.';
    case 'damaged':
      return 'What stands in the library cannot be understood.';
    case 'inFlight':
      return 'Something is on its way there.';
    case 'unknown':
      return 'One of the lists could not be read.';
  }
};
