import { withoutContent } from '../../content/package';
import { disturbing, every, ofInstance, type Guard } from './guard';

const statusDeleted = 3;

/** What can never be written: an end of the pair, or its content, is not there. */
export const goneGuards: readonly Guard[] = [
  {
    rule: 'dpGone',
    actions: every,
    against: ({ finding }) =>
      finding.verdict === 'dpGone' ? 'The DP no longer exists. Remove the target in the console.' : undefined,
  },
  {
    rule: 'deleted',
    actions: every,
    against: ({ finding, packageNow }) => {
      if (finding.verdict === 'deleted') return 'The package was deleted.';
      return packageNow?.actionInProgress === 3 ? 'The package is being deleted (Action 3).' : undefined;
    },
  },
  {
    rule: 'dpNotRead',
    actions: every,
    against: ({ dp }) =>
      dp === undefined
        ? 'The DP was not read, so it is not known what may be done to it. Refresh the site.'
        : undefined,
  },
  {
    rule: 'packageNotRead',
    actions: disturbing,
    against: ({ package: content, packageNow }) => {
      if (content?.isUnlisted === true)
        return 'The site hides the package (v_Package does not list it), and looks after its content itself.';
      return content === undefined || packageNow === undefined
        ? 'The package was not read, so it is not known what would be sent. Refresh the site.'
        : undefined;
    },
  },
  {
    rule: 'noContent',
    actions: disturbing,
    against: ({ finding, package: content }, _, action) => {
      if (finding.verdict === 'noContent')
        return 'The package has no content: nothing of it belongs on a DP.';
      const without = content && withoutContent(content);
      if (without !== undefined) return without;
      return action === 'distribute' && content?.bytes === 0 ? 'The package is empty (size 0).' : undefined;
    },
  },
];

/** The instance that would be written is not there, or is there already. */
export const instanceGuards: readonly Guard[] = [
  {
    rule: 'notTargeted',
    actions: ofInstance,
    against: ({ finding }, _, action) =>
      finding.verdict === 'notTargeted'
        ? `The package was never targeted to this DP, so there is nothing to ${infinitive[action]}. Distribute it to the DP.`
        : undefined,
  },
  {
    rule: 'removing',
    actions: every,
    against: ({ pairNow }) =>
      pairNow.target?.status === statusDeleted
        ? 'The package is being removed from this DP (Status 3). Wait until it is gone.'
        : undefined,
  },
  {
    rule: 'alreadyTargeted',
    actions: ['distribute'],
    against: ({ finding, pairNow }) =>
      finding.verdict !== 'notTargeted' || pairNow.target !== undefined
        ? 'The package is targeted to this DP already. Redistribute it where it lacks.'
        : undefined,
  },
  {
    rule: 'noInstance',
    actions: ofInstance,
    against: ({ pairNow, finding, dp }) =>
      pairNow.target === undefined || finding.nalPath !== dp?.nalPath
        ? "The site has no target under the DP's current NAL path; after a reassignment only one of the former path may be left. Distribute it to the DP anew, in the console."
        : undefined,
  },
];

const infinitive = {
  redistribute: 'redistribute',
  validate: 'validate',
  cancel: 'cancel',
  remove: 'remove',
  distribute: 'distribute',
} as const;
