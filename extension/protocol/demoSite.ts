import type { CimInstancePath, CimMethodResult, CimProperties, CimQuery, CimTarget } from '../ports/cim';
import type { AskedRequest } from './askedRequest';
import type { FindingsScope } from '../ports/findings';
import type { RemoteBytes, RemoteEntry, RemoteText } from '../ports/remoteFiles';
import type { SiteInfo } from '../ports/siteConnection';
import type { RowBatch, SqlParameters, SqlQuery, SqlValue } from '../ports/siteDatabase';
import { defineNotification, defineRequest, trusted } from './requestType';

/** `small`: 12 DPs, 60 packages. `medium`: 300 DPs, 1,000 packages. `empty`: no DPs. */
export type SiteSize = 'small' | 'medium' | 'empty';

/** Columns as release 1806 has them, or with all that later releases added. */
export type Release = '1806' | 'current';

/** What is made to go wrong, so that tests, training and screenshots can show it. */
export interface Faults {
  /** The site breaks off after this many rows of any one query. */
  readonly failAfterRows?: number;
  /** Columns that this site "does not have", by view. */
  readonly dropColumns?: Readonly<Record<string, readonly string[]>>;
  /** Puts a value that no decoder takes into this column of every row that has it. */
  readonly badValue?: { readonly column: string; readonly value: SqlValue };
  /** Id of the query that fails at once. */
  readonly failQuery?: string;
  /** The site's worker ends for good once it has handed out this many rows. */
  readonly stopAfterRows?: number;
  /** DPs, by server name, that stop answering: WMI half-way, their shares at once. */
  readonly silentDps?: readonly string[];
  /** DPs, by server name, whose content library may not be read. */
  readonly closedLibraries?: readonly string[];
  /** Ends of paths on the DPs that may not be read, for example `PkgLib\\PS10000A.INI`. */
  readonly deniedFiles?: readonly string[];
  /** The SMS Provider takes so long for every call, in milliseconds of the wall clock. */
  readonly providerDelay?: number;
  /** This share of the calls to the SMS Provider fails, 0 to 1; nothing is done then. */
  readonly failedCalls?: number;
  /** This share of the writes is carried out, and its answer is lost, 0 to 1. */
  readonly lostAnswers?: number;
  /** Which calls `failedCalls` and `lostAnswers` hit. */
  readonly callSeed?: number;
  /** After so many writes the SMS Provider denies every further one. */
  readonly writesAllowed?: number;
  /** DPs, by server name, that are down: what is sent to them fails, their WMI does not answer. */
  readonly downDps?: readonly string[];
  /** `downDps` go down only after so many writes. */
  readonly downAfterWrites?: number;
  /** `downDps` go down only after so many minutes of the site's time. */
  readonly downAfterMinutes?: number;
  /** DPs, by server name, whose validations never answer. */
  readonly muteDps?: readonly string[];
  /** DPs, by server name, on which a distribution stops half-way, and nothing more is heard of it. */
  readonly stallingDps?: readonly string[];
}

/** How the site's time goes. */
export interface Pace {
  /** The site's time when it opens, UTC epoch milliseconds. */
  readonly base: number;
  /** How many times faster than the wall clock; 0: time stands still but for `advance`. */
  readonly speed: number;
}

/** A pace that began at a wall-clock time: when the site was generated, not when that was asked for. */
export interface RunningPace extends Pace {
  readonly startedAt: number;
}

export interface OpenedDemoSite {
  readonly info: SiteInfo;
  readonly pace: RunningPace;
}

export interface DemoSiteOptions {
  readonly size: SiteSize;
  /** The same seed gives the same site. */
  readonly seed: number;
  readonly release: Release;
  readonly pace: Pace;
  readonly faults: Faults;
}

// Between the demo site's worker and its client, which are one program: rows are pulled batch by batch.

export const openDemoSite = defineRequest<OpenedDemoSite>()('demoSite/open', trusted<DemoSiteOptions>());

export const readCatalogue = defineRequest<readonly (readonly [string, readonly string[]])[]>()(
  'demoSite/catalogue',
  trusted<undefined>(),
);

/** The client numbers its readings, so that it can close one whose opening it no longer waits for. */
export const openReading = defineRequest<undefined>()(
  'demoSite/openReading',
  trusted<{ readonly reading: number; readonly query: SqlQuery; readonly parameters: SqlParameters }>(),
);

/** undefined: there are no more rows, and the reading is closed. */
export const nextBatch = defineRequest<RowBatch | undefined>()(
  'demoSite/nextBatch',
  trusted<{ readonly reading: number }>(),
);

export const closeReading = defineNotification(
  'demoSite/closeReading',
  trusted<{ readonly reading: number }>(),
);

export const cimGet = defineRequest<CimProperties | undefined>()(
  'demoSite/cimGet',
  trusted<{ readonly target: CimTarget; readonly path: CimInstancePath }>(),
);

export const cimPut = defineRequest<undefined>()(
  'demoSite/cimPut',
  trusted<{
    readonly target: CimTarget;
    readonly path: CimInstancePath;
    readonly properties: CimProperties;
  }>(),
);

export const cimInvoke = defineRequest<CimMethodResult>()(
  'demoSite/cimInvoke',
  trusted<{
    readonly target: CimTarget;
    readonly className: string;
    readonly method: string;
    readonly parameters: CimProperties;
  }>(),
);

export const cimInvokeOn = defineRequest<CimMethodResult>()(
  'demoSite/cimInvokeOn',
  trusted<{
    readonly target: CimTarget;
    readonly path: CimInstancePath;
    readonly method: string;
    readonly parameters: CimProperties;
  }>(),
);

export const cimDelete = defineRequest<undefined>()(
  'demoSite/cimDelete',
  trusted<{ readonly target: CimTarget; readonly path: CimInstancePath }>(),
);

export const cimQuery = defineRequest<readonly CimProperties[]>()(
  'demoSite/cimQuery',
  trusted<{ readonly target: CimTarget; readonly query: CimQuery }>(),
);

export const listFolder = defineRequest<readonly RemoteEntry[]>()(
  'demoSite/listFolder',
  trusted<{ readonly root: string; readonly folder: string }>(),
);

export const readBytes = defineRequest<RemoteBytes>()(
  'demoSite/readBytes',
  trusted<{
    readonly root: string;
    readonly file: string;
    readonly from: number;
    readonly length: number;
  }>(),
);

export const readFileText = defineRequest<RemoteText>()(
  'demoSite/readText',
  trusted<{ readonly root: string; readonly file: string }>(),
);

/** What WMI of the site was asked, oldest first. */
export const readRequests = defineRequest<readonly AskedRequest[]>()(
  'demoSite/requests',
  trusted<undefined>(),
);

/** Lets the site's time jump by so many milliseconds; answered when everything due has happened. */
export const advanceTime = defineRequest<undefined>()(
  'demoSite/advance',
  trusted<{ readonly milliseconds: number }>(),
);

/** What goes wrong from now on, instead of what went wrong before. */
export const changeFaults = defineNotification('demoSite/changeFaults', trusted<Faults>());

/** The simulation wrote rows. */
export const siteChanged = defineNotification('demoSite/changed', trusted<readonly FindingsScope[]>());
