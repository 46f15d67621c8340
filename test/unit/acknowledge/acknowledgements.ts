import fc from 'fast-check';
import type { Acknowledgement } from '../../../extension/core/acknowledge/acknowledgement';
import { verdicts } from '../../../extension/core/reconcile/verdict';

export const said = (differences: Partial<Acknowledgement> = {}): Acknowledgement => ({
  siteCode: 'P01',
  packageId: 'P0100001',
  dp: 'dp1.corp.example',
  verdicts: ['missing'],
  reason: 'Being decommissioned',
  ticket: 'CHG0012345',
  by: 'ada',
  created: Date.UTC(2026, 10, 1),
  expires: undefined,
  ...differences,
});

const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() === one && one !== '');
const time = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const known = new Set('site package dp verdicts reason ticket by created expires'.split(' '));
const others = fc.dictionary(
  text.filter((name) => !known.has(name) && name !== '__proto__'),
  fc.oneof(fc.integer(), fc.boolean(), text, fc.constant(null)),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);

/** Any entry that a file can hold. */
export const anyAcknowledgement: fc.Arbitrary<Acknowledgement> = fc
  .record({
    siteCode: fc.constantFrom('P01', 'ABC', 'x1z'),
    about: fc.constantFrom('package', 'dp', 'both'),
    packageId: fc.constantFrom('P0100001', 'P0100002', 'ABC0000F'),
    dp: fc.constantFrom('dp1.corp.example', 'DP10.corp.example', 'dp1.other.example'),
    verdicts: maybe(fc.uniqueArray(fc.constantFrom(...verdicts), { minLength: 1, maxLength: 3 })),
    reason: text,
    ticket: maybe(text),
    by: text,
    created: time,
    expires: maybe(time),
    others: maybe(others),
  })
  .map(({ about, packageId, dp, others: more, ...rest }) => ({
    ...rest,
    packageId: about === 'dp' ? undefined : packageId,
    dp: about === 'package' ? undefined : dp,
    ...(more === undefined ? {} : { others: more }),
  }));
