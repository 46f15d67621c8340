import type { ImpactLevel } from './impactLevel';
import type { NeedIndex, PackageNeed } from './needIndex';
import type { Deployment, TaskSequence } from './siteNeeds';

/** Why a package has its level, as one sentence without its end. */
export const needReason = (
  level: ImpactLevel,
  need: PackageNeed,
  index: NeedIndex,
  doubts: readonly string[],
): string => {
  switch (level) {
    case 'bootImage':
      return `Boot image of ${deployedWords(need.bootImageOf, index)}`;
    case 'taskSequence':
      return `Used by ${deployedWords(need.usedBy, index)}`;
    case 'due':
    case 'required':
      return deploymentsWords(need.deployments.filter(({ purpose }) => purpose === 'required'));
    case 'deployed':
    case 'available':
      return deploymentsWords(need.deployments);
    case 'referenced': {
      const users = [...need.bootImageOf, ...need.usedBy];
      const state = doubts.length === 0 ? 'not deployed' : `not known to be deployed: ${doubts.join('; ')}`;
      return `${need.bootImageOf.length > 0 ? 'Boot image of' : 'Used by'} ${sequencesWords(users)}, ${state}`;
    }
    case 'unknown':
      return `Not known whether anything needs it: ${doubts.join('; ')}`;
    case 'none':
      return 'No task sequence or deployment is known to need it';
  }
};

export const sequenceWords = ({ name, packageId }: TaskSequence): string =>
  name === '' ? `task sequence ${packageId}` : `task sequence '${name}' (${packageId})`;

const sequencesWords = (sequences: readonly TaskSequence[]): string => {
  const [first] = sequences;
  const more = sequences.length - 1;
  return `${first === undefined ? '' : sequenceWords(first)}${more > 0 ? ` and ${more} more` : ''}`;
};

const deployedWords = (users: readonly TaskSequence[], index: NeedIndex): string => {
  const deployed = users.filter(({ packageId }) => index.deploymentsOf(packageId).length > 0);
  const deployments = deployed.flatMap(({ packageId }) => index.deploymentsOf(packageId));
  const collections = new Set(deployments.map(({ collection }) => collection));
  const [only = ''] = collections;
  const to = collections.size === 1 && only !== '' ? `'${only}'` : `${collections.size} collections`;
  return `${sequencesWords(deployed)}, deployed to ${to}${targetedWords(deployments)}`;
};

const deploymentsWords = (deployments: readonly Deployment[]): string => {
  const ordered = [...deployments].sort((a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0);
  const [first] = ordered;
  if (first === undefined) return '';
  const more = ordered.length - 1;
  return `${capital(deploymentWords(first))}${more > 0 ? ` and ${more} more` : ''}`;
};

/** `required deployment PS120001 (DeploymentIntent 1) to 'Clients' (120 targeted), deadline 2026-06-03`. */
export const deploymentWords = (deployment: Deployment): string => {
  const { id, purpose, intent, collection, deadline } = deployment;
  const kind = purpose === 'unknown' ? 'deployment' : `${purpose} deployment`;
  const code = intent === undefined ? '' : ` (DeploymentIntent ${intent})`;
  const by = deadline === undefined ? '' : `, deadline ${new Date(deadline).toISOString().slice(0, 10)}`;
  const to = collection === '' ? '' : ` to '${collection}'`;
  return `${kind} ${id}${code}${to}${targetedWords([deployment])}${by}`;
};

const targetedWords = (deployments: readonly Deployment[]): string => {
  const known = deployments.flatMap(({ targeted }) => targeted ?? []);
  return known.length === 0 ? '' : ` (${known.reduce((a, b) => a + b)} targeted)`;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
