import { withoutContent } from '../../content/package';
import { isAboutValidation } from '../messageIds';
import { fits, no, noUnlessUnread, wasRead, type Rule } from './rule';

/** 6. Nothing that could be validated. An unknown size is unread, unless a validation ever spoke of the pair. */
export const noContent: Rule = (view) => {
  const { package: content, messages } = view;
  if (content === undefined) return { kind: 'unread', sources: ['packages'] };
  const reason = withoutContent(content);
  if (reason !== undefined) return fits('noContent', reason);
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
