import { needSourceWords, type NeedSource } from './needSource';
import type { SiteNeeds } from './siteNeeds';

const applicationType = 8;
const updatesType = 5;

/** What tells who needs a package of any type; v_Advertisement only adds to v_DeploymentSummary. */
const general: readonly NeedSource[] = ['taskSequences', 'references', 'deployments'];

/**
 * Why something may need a package though nothing is known to: what was not read, and deployments that no column
 * links to their content. Sentences without their end; empty: nothing needs it that the site could tell of.
 */
export const doubtsAbout = (
  { notRead, withoutPackage }: SiteNeeds,
  type: number | undefined,
): readonly string[] => {
  const unread = (sources: readonly NeedSource[]): readonly string[] =>
    sources
      .filter((source) => notRead.includes(source))
      .map((source) => `${needSourceWords[source]} were not read`);
  const { applications, others } = withoutPackage;
  const ofApplications = [
    ...unread(['assignments']),
    ...(applications > 0 ? [`${counted(applications, 'deployment')} of applications name no content`] : []),
  ];
  const ofUpdates =
    others > 0 ? [`${counted(others, 'deployment')}, such as of software updates, name no content`] : [];
  return [
    ...unread(general),
    ...(type === applicationType || type === undefined ? ofApplications : []),
    ...(type === updatesType || type === undefined ? ofUpdates : []),
  ];
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
