import { formatBytes } from '../../filter/bytes';
import type { Candidate } from '../candidate';
import type { Trouble, TroubleKind } from '../troubles';
import { sending, type Guard } from './guard';
import { timeOf } from './place';

/** v_PackageStatus of the site's own copy: 4 retry, 5 failed. */
const brokenCopies: ReadonlySet<number> = new Set([4, 5]);

/** There is nothing to send, or it would fail again as it did. */
export const sourceGuards: readonly Guard[] = [
  {
    rule: 'sourceUnreadable',
    actions: sending,
    against: ({ troubles }) =>
      words(
        troubles,
        'sourceUnreadable',
        "The site could not read the package's source",
        'Mend the source, then update the content of the package.',
      ),
  },
  {
    rule: 'siteLacksSource',
    actions: sending,
    against: ({ troubles, packageNow }) => {
      const { siteCopies = [] } = packageNow ?? {};
      return siteCopies.length > 0 && siteCopies.every((status) => brokenCopies.has(status))
        ? `The site's own library does not have the content (v_PackageStatus ${siteCopies.join(', ')}): there is nothing to send. Update the content of the package.`
        : words(
            troubles,
            'siteLacksSource',
            'The content has not arrived at the site itself',
            'Wait for it, or look into the replication of content between sites.',
          );
    },
  },
  {
    rule: 'diskFull',
    actions: sending,
    against: (candidate, { purpose }) => {
      const reason = words(
        candidate.troubles,
        'diskFull',
        'The last distribution failed for lack of disk space',
        freeWords(candidate),
      );
      // Who asks for it by name has seen to the disk, and the drives must bear that out.
      return purpose !== 'repair' && purpose !== 'repairLibrary' && hasRoom(candidate) ? undefined : reason;
    },
  },
  {
    rule: 'waitingForPrestage',
    actions: sending,
    against: ({ troubles }) =>
      words(
        troubles,
        'waitingForPrestage',
        'The DP waits for this content to be prestaged by hand',
        'Import the prestaged content there, or let the DP take it over the network in the properties of the package.',
      ),
  },
];

const words = (
  troubles: readonly Trouble[],
  kind: TroubleKind,
  what: string,
  nextStep: string,
): string | undefined => {
  const found = troubles.find((one) => one.kind === kind);
  return (
    found &&
    `${what} (${found.messageId}, ${timeOf(found.time)}), and nothing says that it is over. ${nextStep}`
  );
};

const hasRoom = ({ place, package: content }: Candidate): boolean =>
  place?.free !== undefined && content?.bytes !== undefined && place.free > content.bytes;

const freeWords = ({ place }: Candidate): string =>
  place?.free === undefined
    ? 'How much is free now was not read. Make room on the DP, then redistribute it.'
    : `${formatBytes(place.free)} are free now. When that is enough, choose Redistribute for it.`;
