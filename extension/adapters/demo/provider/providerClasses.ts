/** A class of the SMS Provider, by the view that shows its instances. */
export interface ProviderClass {
  readonly view: string;
  readonly keys: readonly string[];
  /** Property to column; a 64-bit one leaves as text. */
  readonly properties: Readonly<Record<string, string>>;
  readonly wide?: readonly string[];
}

const named = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

const pairKeys = ['PackageID', 'ServerNALPath', 'SiteCode'];

const packageClass: ProviderClass = {
  view: 'v_SmsPackage',
  keys: ['PackageID'],
  properties: {
    ...named('Name', 'Version', 'SourceVersion', 'SourceDate', 'SourceSite', 'PackageType', 'PkgFlags'),
    PackageID: 'PkgID',
    PkgSourceFlag: 'StorePkgFlag',
    PkgSourcePath: 'Source',
    StoredPkgVersion: 'StoredPkgVersion',
    ActionInProgress: 'Action',
  },
};

const classes: Readonly<Record<string, ProviderClass>> = {
  SMS_DistributionPoint: {
    view: 'v_DistributionPoint',
    keys: pairKeys,
    properties: named(...pairKeys, 'Status', 'LastRefreshTime', 'RefreshNow', 'ResourceType', 'PackageType'),
  },
  SMS_PackageStatusDistPointsSummarizer: {
    view: 'v_PackageStatusDistPointsSumm',
    keys: pairKeys,
    properties: named(...pairKeys, 'State', 'SourceVersion', 'LastCopied', 'SummaryDate', 'SourceNALPath'),
  },
  SMS_Package: packageClass,
  SMS_PackageBaseclass: packageClass,
  SMS_ContentPackage: packageClass,
  SMS_DistributionJob: {
    view: 'vSMS_DistributionJob',
    keys: ['JobID'],
    properties: named(
      ...['JobID', 'Action', 'State', 'DPID', 'NALPath', 'PkgID', 'PackageVersion', 'RetryCount'],
      ...['ReStartTime', 'RemainingSize', 'TotalSize', 'StartTime', 'LastUpdateTime'],
    ),
    wide: ['JobID', 'RemainingSize', 'TotalSize'],
  },
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The class of this name, spelt in any case. */
export const providerClass = (className: string): ProviderClass | undefined =>
  Object.entries(classes).find(([name]) => same(name, className))?.[1];

/** Methods AddDistributionPoints and RefreshPkgSource are of these. */
export const isPackageClass = (className: string): boolean => providerClass(className) === packageClass;
