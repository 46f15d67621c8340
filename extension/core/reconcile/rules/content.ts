import { taskSequenceType } from '../../content/packageType';
import { isAboutValidation } from '../messageIds';
import { fits, no, noUnlessUnread, wasRead, type Rule } from './rule';

const noSourceFiles = 1;
const needsNoDp = 0x10000000;

/** 6. Nothing that could be validated. An unknown size is unread, unless a validation ever spoke of the pair. */
export const noContent: Rule = (view) => {
  const { package: content, messages } = view;
  if (content === undefined) return { kind: 'unread', sources: ['packages'] };
  if (content.type === taskSequenceType)
    return fits('noContent', 'A task sequence has no content of its own.');
  if (content.sourceFlag === noSourceFiles)
    return fits('noContent', 'The package has no source files (PkgSourceFlag 1).');
  if (((content.flags ?? 0) & needsNoDp) !== 0)
    return fits('noContent', 'The package needs no DP (PkgFlags 0x10000000).');
  if (messages.some(({ messageId }) => isAboutValidation(messageId))) return no;
  switch (content.bytes) {
    case undefined:
      return { kind: 'unread', sources: ['packages'] };
    case 0:
      // Status rows outlive their messages: without both, a validation may have spoken of it.
      return wasRead(view, 'messages') && wasRead(view, 'statuses')
        ? fits('noContent', 'The package is empty: size 0, and no validation ever spoke of it.')
        : noUnlessUnread(view, 'messages', 'statuses');
    default:
      return no;
  }
};

/** 7. The site itself has not finished with the package. */
export const siteProcessing: Rule = ({ package: content }) => {
  const { actionInProgress = 0, storedVersion, sourceVersion } = content ?? {};
  if (actionInProgress !== 0)
    return fits('siteProcessing', `The site is still processing the package (Action ${actionInProgress}).`);
  if (storedVersion === undefined || sourceVersion === undefined)
    return { kind: 'unread', sources: ['packages'] };
  return storedVersion < sourceVersion
    ? fits('siteProcessing', "The site's own copy is older than the package (stored version).")
    : no;
};
