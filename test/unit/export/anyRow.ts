import fc from 'fast-check';
import type { ExportRow } from '../../../extension/core/export/exportRow';
import type { ExportHead } from '../../../extension/core/export/exportWriter';
import { emptyTally } from '../../../extension/core/reconcile/tally';
import { verdicts } from '../../../extension/core/reconcile/verdict';

/** What a name may hold that some format could take for something of its own. */
export const awkward = fc.oneof(
  fc.constantFrom(
    '=cmd|"/c calc"!A1',
    '@SUM(1)',
    '\t=1',
    '\r\n-2+3',
    '\uff1d1+1',
    " '=x",
    'a;=b',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '| `code` [link](http://x) ![i](y) *b*',
    'line\nbreak',
    '\u202egnp.exe',
    "it's",
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const time = fc.option(
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
  { nil: null },
);

export const anyRow: fc.Arbitrary<ExportRow> = fc.record({
  packageId: awkward,
  packageName: awkward,
  packageType: awkward,
  dpName: awkward,
  dpNalPath: awkward,
  siteCode: awkward,
  groups: fc.array(awkward, { maxLength: 2 }),
  verdict: fc.constantFrom(...verdicts),
  needsRepair: fc.constantFrom(true, false, 'ask' as const),
  installed: fc.constantFrom(true, false, null),
  sizeKb: fc.option(fc.nat(), { nil: null }),
  since: time,
  lastResult: time,
  suspectCycle: fc.boolean(),
  disagrees: fc.boolean(),
  acknowledged: fc.boolean(),
  reason: awkward,
  evidence: fc.array(fc.record({ source: awkward, value: awkward, time }), { maxLength: 2 }),
});

export const headOf = (parts: Partial<ExportHead> = {}): ExportHead => ({
  siteCode: 'P01',
  siteName: 'Headquarters',
  readAt: Date.UTC(2026, 5, 1, 12),
  filter: 'state:problems',
  tally: emptyTally,
  notRead: [],
  redacted: false,
  ...parts,
});
