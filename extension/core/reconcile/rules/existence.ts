import { fits, no, noUnlessUnread, unlessUnread, wasRead, type Rule } from './rule';

const deleted = 3;

/** 1. Package of a group, the DP a member, and no row of v_DistributionPoint that still stands. */
export const notTargeted: Rule = (view) => {
  const { pair, dp } = view;
  if (!pair.inGroup || dp === undefined) return no;
  if (pair.target === undefined) {
    const never = fits('notTargeted', 'A DP group asks for it, but it was never targeted to this DP.');
    return unlessUnread(view, 'targets', never);
  }
  return pair.target.status === deleted
    ? fits('notTargeted', 'A DP group asks for it, but its target is being deleted (Status 3).')
    : no;
};

/** 2. The target row's DP is no longer a DP. */
export const dpGone: Rule = (view) => {
  if (view.dp !== undefined) return no;
  const gone = fits('dpGone', 'Targeted to a server that is no longer a distribution point.');
  return unlessUnread(view, 'distributionPoints', gone);
};

/** 3. Being taken off the DP. */
export const removing: Rule = (view) => {
  const { target, summary } = view.pair;
  const since = summary?.summaryDate;
  const state = summary?.state;
  if (state === 6) return fits('removeFailed', 'Its removal from the DP failed (State 6).', since);
  if (state === 5) return fits('removing', 'Its removal from the DP is being retried (State 5).', since);
  if (state === 4) return fits('removing', 'It is about to be removed from the DP (State 4).', since);
  if (target?.status === deleted) return fits('removing', 'Its target is being deleted (Status 3).', since);
  return noUnlessUnread(view, 'summaries');
};

/** 4. The package is gone, or on its way out. Only a read of everything proves that something is not there. */
export const packageDeleted: Rule = (view) => {
  const { package: content, pair } = view;
  if (content !== undefined)
    return content.action === deleted || content.actionInProgress === deleted
      ? fits('deleted', 'The package is being deleted (Action 3).')
      : noUnlessUnread(view, 'packages');
  if (!wasRead(view, 'packages')) return noUnlessUnread(view, 'packages');
  if (pair.hasContent === true) return no;
  return pair.hasContent === undefined
    ? { kind: 'unread', sources: ['contents'] }
    : unlessUnread(
        view,
        'contents',
        fits('deleted', 'The package no longer exists; its target is left over.'),
      );
};
