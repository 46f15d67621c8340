import type { DistributionPoint } from '../../content/distributionPoint';

export type PreconditionId =
  'cloudDp' | 'computerName' | 'rights' | 'release' | 'nothingInFlight' | 'libraryDrives' | 'siteServer';

/** `check`: nobody but the admin can tell. */
export type PreconditionStanding = 'met' | 'unmet' | 'unknown' | 'check';

/** What has to be so before the tool runs, or is to be known (configmgr.md 3.5). */
export interface Precondition {
  readonly id: PreconditionId;
  readonly standing: PreconditionStanding;
  /** What may not be done while it is not met; undefined: it is only said. */
  readonly forbids: 'whatIf' | 'delete' | undefined;
  /** A sentence for people, with the next step where one is needed. */
  readonly text: string;
}

/** What preconditions are judged by; undefined is not read, or not told. */
export interface CleanupCircumstances {
  readonly dp: Pick<DistributionPoint, 'serverName' | 'isCloud' | 'isSiteServer'>;
  /** Of ConfigMgr, as its name says: 2107. */
  readonly release: number | undefined;
  /** What the site says its version is, for example `5.00.9128.1000`; no table here tells its release. */
  readonly siteVersion: string | undefined;
  /** Packages that are pending, failed or on their way at the DP. */
  readonly unfinished: readonly string[] | undefined;
  /** ContentLibUsableDrives of the DP, a comma list of drive roots. */
  readonly drives: string | undefined;
}

/** Up to the release before, the tool stops at a package that is not fully installed; this one warns and goes on. */
const goesOn = 2107;

export const cleanupPreconditions = (of: CleanupCircumstances): readonly Precondition[] => [
  cloudDp(of),
  computerName(of),
  rights,
  release(of),
  nothingInFlight(of),
  libraryDrives(of),
  siteServer(of),
];

/** Those that speak against it. */
export const forbidding = (
  preconditions: readonly Precondition[],
  what: 'whatIf' | 'delete',
): readonly Precondition[] =>
  preconditions.filter(
    ({ standing, forbids }) =>
      (standing === 'unmet' || standing === 'unknown') &&
      forbids !== undefined &&
      (forbids === what || forbids === 'whatIf'),
  );

const cloudDp = ({ dp }: CleanupCircumstances): Precondition => ({
  id: 'cloudDp',
  standing: dp.isCloud ? 'unmet' : 'met',
  forbids: 'whatIf',
  text: dp.isCloud
    ? `${dp.serverName} is a cloud distribution point: the tool does not work on one.`
    : 'It is no cloud distribution point.',
});

const computerName = ({ dp }: CleanupCircumstances): Precondition => ({
  id: 'computerName',
  standing: dp.serverName.includes('.') ? 'met' : 'check',
  forbids: undefined,
  text: dp.serverName.includes('.')
    ? `The tool is given the full name ${dp.serverName}.`
    : `The tool asks for a fully qualified name; the site knows this one as ${dp.serverName}. Check that it is found by that.`,
});

const rights: Precondition = {
  id: 'rights',
  standing: 'check',
  forbids: undefined,
  text: 'The account that the task runs as needs the rights of a Full Administrator of the site, those of an administrator of the distribution point, and Log on as a batch job there.',
};

const release = ({ release: told, siteVersion }: CleanupCircumstances): Precondition => {
  const version = siteVersion === undefined ? '' : ` (the site says version ${siteVersion})`;
  if (told === undefined)
    return {
      id: 'release',
      standing: 'unknown',
      forbids: undefined,
      text: `Which release of Configuration Manager this is was not told${version}: it is treated as one before ${goesOn}.`,
    };
  return {
    id: 'release',
    standing: 'met',
    forbids: undefined,
    text:
      told >= goesOn
        ? `Release ${told}${version}: the tool warns of packages that are not fully installed, and goes on.`
        : `Release ${told}${version}: the tool stops at a package that is not fully installed.`,
  };
};

const nothingInFlight = ({ release: told, unfinished }: CleanupCircumstances): Precondition => {
  const isOld = told === undefined || told < goesOn;
  const consequence = isOld ? 'The tool stops at it' : 'The tool warns of it, and goes on';
  const base = { id: 'nothingInFlight', forbids: 'delete' } as const;
  if (unfinished === undefined)
    return {
      ...base,
      standing: 'unknown',
      text: 'Whether anything is pending, failed or on its way at the distribution point could not be read.',
    };
  if (unfinished.length === 0)
    return { ...base, standing: 'met', text: 'Nothing is pending, failed or on its way there.' };
  return {
    ...base,
    // Later releases only warn: what is on its way still stops the items that it is about.
    forbids: isOld ? 'delete' : undefined,
    standing: 'unmet',
    text: `Pending, failed or on its way there: ${listed(unfinished)}. ${consequence}: let it end, or cancel it.`,
  };
};

const libraryDrives = ({ drives }: CleanupCircumstances): Precondition => {
  const roots = drives?.split(',').filter((one) => one.trim() !== '') ?? [];
  const known =
    'In release 1710 the tool stopped with a DirectoryNotFoundException when FileLib lay on another drive than PkgLib and DataLib; which release mended that is not stated.';
  if (drives === undefined)
    return {
      id: 'libraryDrives',
      standing: 'unknown',
      forbids: undefined,
      text: `Which drives the library uses was not read. ${known}`,
    };
  return roots.length > 1
    ? {
        id: 'libraryDrives',
        standing: 'check',
        forbids: undefined,
        text: `The library may use ${roots.map((one) => one.trim()).join(' and ')}. ${known} The what-if shows it.`,
      }
    : { id: 'libraryDrives', standing: 'met', forbids: undefined, text: 'The library uses one drive.' };
};

const siteServer = ({ dp }: CleanupCircumstances): Precondition => {
  const base = { id: 'siteServer', forbids: undefined } as const;
  if (dp.isSiteServer === true)
    return {
      ...base,
      standing: 'check',
      text: `${dp.serverName} is a site server: what is in the site's own library stays, so less is freed than on other distribution points.`,
    };
  return dp.isSiteServer === false
    ? { ...base, standing: 'met', text: 'It is no site server: its library is its own.' }
    : {
        ...base,
        standing: 'unknown',
        text: `Whether ${dp.serverName} is a site server was not read. On one, what is in the site's own library stays.`,
      };
};

const listed = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
