import type { SiteNode } from '../../../core/siteTree/node';
import type { Command } from '../command';

/** Started by the last node of a list that is not shown to its end. */
export const showMore: Command = ({ tree }, [node]) => {
  const { kind, parent } = node as SiteNode;
  if (kind === 'more') tree.showMore(parent);
};
