import fc from 'fast-check';
import { timeText } from '../../extension/adapters/demo/timeText';
import { daysAgo, hoursAgo } from '../unit/reconcile/pairCase';
import { messageRows, nextRecord, type SiteRows } from './siteRows';

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 24, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const text = (time: number | null): string | null => (time === null ? null : timeText(time));

/** When content was placed, a cycle ran and passed, and what else may happen, often at the same moment. */
const placedAt = daysAgo(20);
const [cycleStart, passedAt, cycleEnd] = [hoursAgo(10), hoursAgo(9), hoursAgo(8)];
const moments = [
  cycleStart,
  passedAt,
  cycleEnd,
  hoursAgo(10) - 1,
  hoursAgo(1),
  hoursAgo(30),
  placedAt,
  daysAgo(50),
];
const anyMoment = fc.constantFrom(...moments);

export interface Dp {
  readonly id: number;
  readonly server: string;
  readonly siteCode: string;
}

/** Names that are parts of one another; the last row is the first DP's before it was reassigned. */
export const dps: readonly Dp[] = [
  { id: 11, server: 'dp1.corp.example', siteCode: 'P01' },
  { id: 12, server: 'DP1.lab.example', siteCode: 'P01' },
  { id: 13, server: 'XDP1', siteCode: 'S01' },
];
const reassigned: Dp = { id: 5, server: 'dp1.corp.example', siteCode: 'S01' };
export const packageIds = ['P0100001', 'P010001', 'P0100003'];

export const nal = ({ server, siteCode }: Dp): string =>
  `["Display=\\\\${server}\\"]MSWNET:["SMS_SITE=${siteCode}"]\\\\${server}\\`;
export const spellings = (dp: Dp): readonly (string | null)[] => [
  nal(dp),
  nal(dp).toUpperCase(),
  `\\\\${dp.server}\\`,
  dp.server,
  dp.server.split('.')[0] ?? '',
  null,
];

const dpRow = (dp: Dp): fc.Arbitrary<SiteRows> =>
  mostly(1, 0).map((validates) => [
    [
      'v_DistributionPointInfo',
      {
        ID: dp.id,
        NALPath: nal(dp),
        ServerName: dp.server,
        SiteCode: dp.siteCode,
        ResourceType: 'Windows NT Server',
        HealthCheckEnabled: validates,
      },
    ],
  ]);

const packageRows = (packageId: string): fc.Arbitrary<SiteRows> =>
  fc
    .record({
      SourceVersion: mostly<number | null>(2, 1, 3, null),
      PackageType: mostly<number | null>(0, 4, null),
      PkgSourceFlag: mostly<number | null>(2, 1, null),
      PkgFlags: mostly<number | null>(0, 0x10000000, 0x10000001, null),
      ActionInProgress: mostly<number | null>(0, 1, 3, null),
      StoredPkgVersion: mostly<number | null>(3, 2, 1, null),
      Action: mostly<number | null>(0, 2, 3, null),
      SourceSize: mostly<number | null>(100, 0, null),
      has: mostly('both', 'package', 'stored', 'none'),
      content: mostly(true, false),
    })
    .map(({ has, content, StoredPkgVersion, Action, SourceSize, ...row }) => [
      ...(has === 'both' || has === 'package'
        ? [['v_Package', { PackageID: packageId, ...row }] as const]
        : []),
      ...(has === 'both' || has === 'stored'
        ? [['v_SmsPackage', { PkgID: packageId, StoredPkgVersion, Action, SourceSize }] as const]
        : []),
      ...(content ? [['vSMS_Content', { PkgID: packageId }] as const] : []),
    ]);

const form = mostly<'attributes' | 'strings' | 'half'>('attributes', 'strings', 'half');

const cycleRows = (dp: Dp): fc.Arbitrary<SiteRows> => {
  const mark = fc
    .tuple(fc.constantFrom(2386, 2386, 2393, 2393, 2388), anyMoment)
    .map(([id, time]) => ({ id, time }));
  const usual = [
    { id: 2393, time: cycleStart },
    { id: 2386, time: cycleEnd },
  ];
  return fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.array(mark, { maxLength: 4 })),
      form,
      fc.array(mark, { maxLength: 1 }),
    )
    .map(([marks, as, more]) =>
      [...marks, ...more].flatMap(({ id, time }) =>
        messageRows(
          { id, time, machine: dp.server, monitoring: true },
          { packageId: null, dp: nal(dp), version: null },
          as,
        ),
      ),
    );
};

const versionText = mostly<string | null>(null, '1', '2', '3', 'two');

const pairMessages = (packageId: string, dp: Dp): fc.Arbitrary<SiteRows> =>
  fc
    .array(
      fc.record({
        id: fc.constantFrom(2382, 2383, 2384, 2385, 2330, 2331, 2302, 8200, 9506, 2380, 9517),
        time: anyMoment,
        version: versionText,
        form,
        spelling: mostly(nal(dp), ...spellings(dp).filter((one) => one !== null)),
      }),
      { maxLength: 2 },
    )
    .map((all) =>
      all.flatMap(({ id, time, version, form: as, spelling }) =>
        messageRows(
          { id, time, machine: dp.server, monitoring: id >= 2380 && id <= 2386 },
          { packageId, dp: spelling, version },
          as,
        ),
      ),
    );

const statusRows = (packageId: string, dp: Dp): fc.Arbitrary<SiteRows> =>
  fc
    .record({
      MessageID: mostly(2384, 2382, 2302, 2330, 8204, 9506),
      MessageState: mostly(1, 2, 4),
      time: mostly(passedAt, ...moments),
      version: versionText,
      kept: mostly(true, false),
    })
    .map(({ MessageID, MessageState, time, version, kept }) => {
      const RecordID = nextRecord();
      const status = { PackageID: packageId, DPID: dp.id, MessageID, MessageState, LastStatusID: RecordID };
      return [
        ['vSMS_DistributionDPStatus', { ...status, LastUpdateDate: timeText(time) }] as const,
        ...(kept
          ? messageRows(
              { id: MessageID, time, machine: dp.server, monitoring: MessageID === 2384 },
              { packageId, dp: nal(dp), version },
              'attributes',
              RecordID,
            )
          : []),
      ];
    });

const sometimes = (rows: fc.Arbitrary<SiteRows>, weight: number): fc.Arbitrary<SiteRows> =>
  fc.oneof({ weight, arbitrary: rows }, { weight: 1, arbitrary: fc.constant([]) });

const targetRow = (packageId: string, dp: Dp): fc.Arbitrary<SiteRows> =>
  fc
    .record({
      Status: mostly<number | null>(2, 0, 1, 3, null),
      time: mostly<number | null>(placedAt, null, ...moments),
      SiteCode: mostly(dp.siteCode, 'P01', 'S01'),
      ServerNALPath: mostly(nal(dp), nal(dp).toUpperCase(), `\\\\${dp.server}\\`, '\\\\gone.corp.example\\'),
    })
    .map(({ time, ...row }) => [
      [
        'v_DistributionPoint',
        { PackageID: packageId, ResourceType: 'Windows NT Server', LastRefreshTime: text(time), ...row },
      ],
    ]);

const summaryRow = (packageId: string, dp: Dp): fc.Arbitrary<SiteRows> =>
  fc
    .record({
      State: mostly<number | null>(0, 8, 1, 2, 3, 4, 5, 6, 7, null),
      SourceVersion: mostly<number | null>(3, 1, 2, null),
      copied: mostly<number | null>(placedAt, null, ...moments),
      summarised: mostly<number | null>(placedAt, null, ...moments),
      SiteCode: mostly(dp.siteCode, 'P01', 'S01'),
      ServerNALPath: mostly(nal(dp), nal(dp).toUpperCase(), `\\\\${dp.server}\\`),
    })
    .map(({ copied, summarised, ...row }) => [
      [
        'v_PackageStatusDistPointsSumm',
        { PackageID: packageId, LastCopied: text(copied), SummaryDate: text(summarised), ...row },
      ],
    ]);

const otherRows = (packageId: string, dp: Dp): readonly fc.Arbitrary<SiteRows>[] => [
  mostly<number | null>(1, 2, 4, null).map((StateGroup) => [
    ['v_ContentDistribution', { PkgID: packageId, DPID: dp.id, StateGroup }],
  ]),
  sometimes(
    fc
      .record({
        ValidatedVersion: mostly<number | null>(3, 1, 2, null),
        time: mostly<number | null>(passedAt, null, ...moments),
      })
      .map(({ ValidatedVersion, time }) => [
        [
          'v_ContentDistributionVersions',
          { PkgID: packageId, DPNALPath: nal(dp), ValidatedVersion, ValidatedVersionTime: text(time) },
        ],
      ]),
    2,
  ),
  fc
    .tuple(mostly(false, true), fc.nat(9), anyMoment)
    .map(([has, State, time]) =>
      has
        ? [
            [
              'vSMS_DistributionJob',
              { JobID: nextRecord(), DPID: dp.id, PkgID: packageId, State, CreationTime: timeText(time) },
            ],
          ]
        : [],
    ),
];

const pairRows = (packageId: string, dp: Dp): fc.Arbitrary<SiteRows> =>
  fc
    .tuple(
      sometimes(targetRow(packageId, dp), 12),
      mostly(false, true).chain((doubled) =>
        doubled ? targetRow(packageId, reassigned) : fc.constant<SiteRows>([]),
      ),
      sometimes(summaryRow(packageId, dp), 12),
      sometimes(statusRows(packageId, dp), 8),
      mostly(false, true).chain((more) => (more ? pairMessages(packageId, dp) : fc.constant<SiteRows>([]))),
      ...otherRows(packageId, dp),
    )
    .map((parts) => parts.flat());

const groupRows: fc.Arbitrary<SiteRows> = fc
  .tuple(fc.subarray([...dps]), fc.subarray([...packageIds]))
  .map(([members, content]) => [
    ['v_SMS_DistributionPointGroup', { GroupID: '{G}', Name: 'All' }],
    ...members.map((dp) => ['v_DPGroupMembers', { GroupID: '{G}', DPNALPath: nal(dp) }] as const),
    ...content.map((PkgID) => ['v_DPGroupPackages', { GroupID: '{G}', PkgID }] as const),
  ]);

/** Rows that no reader expects to go together; most pairs of most sites are plainly validated. */
export const anySite: fc.Arbitrary<SiteRows> = fc
  .tuple(
    groupRows,
    mostly(false, true).chain((has) => (has ? dpRow(reassigned) : fc.constant<SiteRows>([]))),
    ...dps.flatMap((dp) => [dpRow(dp), cycleRows(dp)]),
    ...packageIds.map(packageRows),
    ...packageIds.flatMap((packageId) => dps.map((dp) => pairRows(packageId, dp))),
  )
  .map((parts) => [['v_Site', { SiteCode: 'P01' }], ...parts.flat()]);
