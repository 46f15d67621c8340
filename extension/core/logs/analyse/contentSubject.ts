import type { Subject } from './report';

/** `CS100026.1` and `CS100026`: content of a package. */
const packageContent = /^([A-Z\d]{3}[\dA-F]{5})(?:\.\d+)?$/i;

/** A content, and the package where its name tells it; nothing for ''. */
export const contentSubject = (content: string): Subject => {
  if (content === '') return {};
  const packageId = packageContent.exec(content)?.[1]?.toUpperCase();
  return { content: content.toUpperCase(), ...(packageId === undefined ? {} : { packageId }) };
};
