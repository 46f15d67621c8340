import { markdownText } from '../connection/markdownText';
import type { SiteIndex } from '../siteTree/siteIndex';
import { doubtsAbout } from './doubts';
import { deploymentWords } from './impactWords';
import { markdownTable } from './markdownTable';
import { NeedIndex } from './needIndex';
import { unreadNeeds, type TaskSequence } from './siteNeeds';

/** Who needs a package, as Markdown for a ticket. */
export const needsReport = (packageId: string, site: SiteIndex): string => {
  const needs = site.inventory.needs ?? unreadNeeds;
  const index = new NeedIndex(needs);
  const { bootImageOf, usedBy, deployments } = index.of(packageId);
  const doubts = doubtsAbout(needs, site.packages.get(packageId)?.type);
  const row = ({ name, packageId: id }: TaskSequence, as: string): readonly string[] => {
    const of = index.deploymentsOf(id);
    return [name, id, as, of.length === 0 ? 'not deployed' : of.map(deploymentWords).join('; ')];
  };
  const sequences = [
    ...bootImageOf.map((one) => row(one, 'boot image')),
    ...usedBy.map((one) => row(one, 'content')),
  ];
  const blocks = [
    `# What needs ${markdownText(site.packageName(packageId))} (${markdownText(packageId)})`,
    `${markdownText(site.impact.ofPackage(packageId).reason)}.`,
    '## Task sequences',
    sequences.length === 0
      ? 'None that is known.'
      : markdownTable(['Task sequence', 'ID', 'Needs it as', 'Deployments'], sequences),
    '## Deployments of the package itself',
    deployments.length === 0
      ? 'None that is known.'
      : deployments.map((one) => `- ${markdownText(deploymentWords(one))}`).join('\n'),
    ...(doubts.length === 0
      ? []
      : ['## What is not known', doubts.map((one) => `- ${markdownText(`${one}.`)}`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
};
