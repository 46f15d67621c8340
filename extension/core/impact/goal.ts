import { quoteValue } from '../filter/print';
import { deploymentWords, sequenceWords } from './impactWords';
import type { SiteNeeds } from './siteNeeds';

/** What is to go live, and so needs its content on the DPs of its clients. */
export interface Goal {
  readonly kind: 'taskSequence' | 'deployment';
  /** PackageID of the task sequence, or ID of the deployment. */
  readonly id: string;
  /** The task sequence, or the package that is deployed. */
  readonly packageId: string;
  readonly name: string;
  /** In a sentence: `task sequence 'Windows 11' (P0100042)`. */
  readonly words: string;
}

/** All that a site knows of, task sequences first. */
export const goalsOf = ({ taskSequences, deployments }: SiteNeeds): readonly Goal[] => [
  ...taskSequences.map((sequence): Goal => {
    const { packageId, name } = sequence;
    const words = sequenceWords(sequence);
    return { kind: 'taskSequence', id: packageId, packageId, name: name === '' ? packageId : name, words };
  }),
  ...deployments.map((deployment): Goal => {
    const { id, packageId, name } = deployment;
    const of = name === '' ? packageId : `'${name}'`;
    const words = `${deploymentWords(deployment)} of ${of}`;
    return { kind: 'deployment', id, packageId, name: name === '' ? id : name, words };
  }),
];

/** The filter that shows what of a goal's content is not proved. */
export const blockingFilter = ({ id }: Goal): string => `needed=${quoteValue(id)} -state:validated,noContent`;
