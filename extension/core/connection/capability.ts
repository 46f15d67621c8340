/** What can be done with a site when everything is allowed, in the order in which it is tested. */
export const capabilities = [
  'sqlRead',
  'provider',
  'providerRights',
  'dpManagement',
  'contentLibrary',
] as const;

export type Capability = (typeof capabilities)[number];

/** What a test of one capability gave. */
export interface CapabilityResult {
  readonly capability: Capability;
  readonly state: 'ok' | 'missing' | 'notTested';
  /** What was found, or what stood in the way, in a sentence. */
  readonly cause: string;
  /** What the cause consists of: views and columns, computers tried. */
  readonly details?: readonly string[];
}

/** A fact about rights. One without a source that could be read is said to be unconfirmed. */
export interface RightFact {
  readonly text: string;
  readonly confirmed: boolean;
}

export interface CapabilityWords {
  readonly title: string;
  /** The least that gives it. */
  readonly leastRight: readonly RightFact[];
  /** What does not work without it. */
  readonly lost: string;
}

const confirmed = (text: string): RightFact => ({ text, confirmed: true });
const unconfirmed = (text: string): RightFact => ({ text, confirmed: false });

/** What Microsoft's documentation says of site accounts, DP installation, SMS_Operation and Content Library Explorer. */
export const capabilityWords: Readonly<Record<Capability, CapabilityWords>> = {
  sqlRead: {
    title: 'Read the site database',
    leastRight: [
      confirmed(
        'The database role smsschm_users, as the reporting account has it, for the documented views.',
      ),
      confirmed('The database role db_datareader for the views vSMS_* and for tables.'),
      unconfirmed('smsschm_users shows the views vSMS_* too, so that db_datareader is not needed.'),
    ],
    lost: 'Everything that is shown of the site: without the database there is no tree and no missing content. A view or column that lacks takes only what reads it.',
  },
  provider: {
    title: 'Reach the SMS Provider',
    leastRight: [
      unconfirmed(
        'The local group SMS Admins on its computer, which administrative users of the site are in.',
      ),
      unconfirmed('WMI (DCOM-In) and WMI-In open in the firewall of its computer.'),
    ],
    lost: 'Redistribution, validation and cancelling. What is missing is still shown.',
  },
  providerRights: {
    title: 'Rights in Configuration Manager',
    leastRight: [
      confirmed('Read and Copy to Distribution Point on distribution points, and on their groups.'),
      confirmed('Read on the content that is to be redistributed, validated or cancelled.'),
      unconfirmed('Redistribution of one package to one DP needs no more on the content than Read.'),
    ],
    lost: 'Redistribution, validation and cancelling of what this account may not see or copy. What is missing is still shown.',
  },
  dpManagement: {
    title: 'Manage a distribution point (WinRM, else DCOM)',
    leastRight: [
      confirmed('For DCOM: WMI (DCOM-In) and WMI-In open in the firewall of the DP.'),
      unconfirmed('Local Administrators on the DP.'),
      unconfirmed('Remote Management Users on the DP is enough for WinRM.'),
    ],
    lost: "Validation of everything on the DP, and a look at the DP's own list of packages. Single packages are still validated through the SMS Provider.",
  },
  contentLibrary: {
    title: 'Find the content library of a distribution point',
    leastRight: [
      confirmed('Administrator on the DP, as Content Library Explorer needs it.'),
      unconfirmed('Read on the share SCCMContentLib$ and on the registry of the DP is enough.'),
    ],
    lost: "Comparison of the DP's list of packages with the files of its content library.",
  },
};
