import text from './contentNames.sql';
import type { NoParameters, Question } from './siteQuery';

export interface ContentNameRow {
  readonly packageId: string;
  readonly contentId: string;
}

/** A row for each content of the site. */
export const contentNames: Question<NoParameters, { content: ContentNameRow }> = {
  id: 'contentNames',
  text,
  needs: { v_Content: ['PkgID', 'Content_UniqueID'] },
  parameters: {},
  decode: { content: (row) => ({ packageId: row.text('PackageID'), contentId: row.text('ContentID') }) },
};
