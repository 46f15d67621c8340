// A DP's content library of 10,000 packages, compared by two looks: what an admin waits for beside the line.
import { encodeText } from '../../extension/adapters/files/textEncoding';
import { decodeText } from '../../extension/adapters/files/textEncoding';
import { findMismatches } from '../../extension/app/library/findMismatches';
import type { LibrarySite } from '../../extension/app/library/lookAtLibrary';
import type { SiteInventory } from '../../extension/core/content/siteInventory';
import { dpKey } from '../../extension/core/content/nalPath';
import type { CimMethodResult } from '../../extension/ports/cim';
import type { RemoteEntry } from '../../extension/ports/remoteFiles';
import type { SqlRow } from '../../extension/ports/siteDatabase';
import type { Report } from '../support/bench/report';

export const name = 'library';

/** Of the issue: in under 5 s and 200 MB. */
const budget = 5_000;
const packages = 10_000;
const megabyte = 1024 * 1024;
const server = 'DP1.contoso.local';
const idOf = (at: number): string => `PS1${at.toString(16).toUpperCase().padStart(5, '0')}`;
const ids = Array.from({ length: packages }, (_, at) => idOf(at));
const answered = (sValue: string): CimMethodResult => ({ returnValue: 0, out: { sValue } });
const values: Readonly<Record<string, string>> = {
  ContentLibraryPath: 'D:\\SCCMContentLib',
  ContentLibUsableDrives: 'D:\\,E:\\',
};

/** Each hundredth package is in one list only. */
const inWmi = ids.filter((_, at) => at % 200 !== 0);
const inPkgLib = ids.filter((_, at) => at % 200 !== 100);

const site = (): LibrarySite => ({
  clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
  cim: {
    invoke: (_target, _class, _method, { sValueName }) =>
      Promise.resolve(answered(values[String(sValueName)] ?? '')),
  } as Partial<LibrarySite['cim']> as LibrarySite['cim'],
  database: {
    catalogue: () => Promise.resolve(new Map()),
    async *run() {
      const nalPath = `["Display=\\\\${server}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${server}\\`;
      for (let at = 0; at < packages; at += 1000) {
        const rows = ids.slice(at, at + 1000).map((PackageID): SqlRow => ({
          ...{ PackageID, NALPath: nalPath, Status: 2, LastRefreshTime: null, State: 0, ValidationID: null },
        }));
        yield await Promise.resolve({ result: 'target', rows });
      }
    },
  } as Partial<LibrarySite['database']> as LibrarySite['database'],
  computers: {
    wmi: {
      async *query() {
        for (let at = 0; at < inWmi.length; at += 200)
          yield await Promise.resolve(inWmi.slice(at, at + 200).map((PackageID) => ({ PackageID })));
      },
      get: () => Promise.resolve(undefined),
    },
    files: (root) => ({
      root,
      list: (folder) => Promise.resolve(folder === 'PkgLib' ? inPkgLib.map(entryOf) : []),
      read: () => Promise.reject(new Error('Nothing is read in pieces.')),
      readText: (file) => {
        const text = file.startsWith('PkgLib') ? '[Info]\r\nVersion=3\r\n' : '[File]\r\nHash=00FF00FF00\r\n';
        return Promise.resolve(decodeText(encodeText(text, 'utf16lebom') ?? new Uint8Array()));
      },
    }),
  },
});

const entryOf = (packageId: string): RemoteEntry => ({
  name: `${packageId}.INI`,
  kind: 'file',
  size: 46,
  modified: 0,
});

const inventory: SiteInventory = {
  siteCode: 'PS1',
  siteName: '',
  siteServer: 'CM01.contoso.local',
  distributionPoints: [
    {
      key: dpKey(server, 'Windows NT Server'),
      id: 1,
      nalPath: `["Display=\\\\${server}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${server}\\`,
      serverName: server,
      siteCode: 'PS1',
      resourceType: 'Windows NT Server',
      description: '',
      isPullDp: false,
      isCloud: false,
      isSiteServer: false,
      validates: true,
      validationSchedule: undefined,
    },
  ],
  groups: [],
  packages: [],
  readAt: 0,
  notRead: ['packages'],
};

export const run = async (report: Report): Promise<void> => {
  const dp = inventory.distributionPoints.map(({ key }) => key);
  let most = 0;
  let found = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  await report.time('two looks at 10,000 packages', { budget, runs: 5 }, async () => {
    const reports = await findMismatches(
      site(),
      inventory,
      dp,
      { waitMinutes: 5, dpsAtOnce: 4 },
      { found: () => undefined, progress: () => undefined },
      new AbortController().signal,
    );
    found = reports[0]?.mismatches.length ?? 0;
    most = Math.max(most, process.memoryUsage().rss - before);
  });
  report.value('mismatches', found, '');
  report.value('memory at most beside the program', Math.round(most / megabyte), 'MB of 200');
};
