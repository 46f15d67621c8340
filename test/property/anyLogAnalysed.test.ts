import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analysers } from '../../extension/core/logs/analyse/analysers';
import { builtInSignatures } from '../../extension/core/logs/signatures/builtIn';
import { signatureAnalyser } from '../../extension/core/logs/signatures/signatureAnalyser';
import { analysed } from '../support/logs/analysed';
import { generateClient } from '../support/logs/client/generateClient';
import { Draw } from '../support/logs/draw';
import { fuzzLog } from '../support/logs/fuzzLog';

const all = [...analysers, signatureAnalyser(builtInSignatures())];
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const names = ['CAS.log', 'PullDP.lo_', 'u_ex230509.log', 'WhatIf-cleanup-DP1.log', 'distmgr.log'];

/** Bytes of a log of downloads, some of them changed. */
const damaged = (value: number): Buffer => {
  const draw = new Draw(value);
  const bytes = Buffer.concat(generateClient(1, value).files.map((file) => file.bytes));
  for (let change = draw.int(1, 200); change > 0; change--)
    bytes[draw.int(0, bytes.length - 1)] = draw.int(0, 255);
  return bytes;
};

describe('any log', () => {
  it('is analysed without an error, and every conclusion has its lines', () =>
    fc.assert(
      fc.property(seed, fc.constantFrom(...names), fc.boolean(), (value, file, isFuzz) => {
        const bytes = Buffer.from(isFuzz ? fuzzLog(new Draw(value), 60) : damaged(value));
        for (const { report } of analysed<unknown>(all, [{ file, bytes }]))
          for (const { text, lines } of report.findings) {
            assert.ok(lines.length > 0, text);
            assert.ok(lines.every(({ line, offset }) => line >= 1 && offset >= 0 && offset < bytes.length));
          }
      }),
      { numRuns: process.env.SOAK === undefined ? 40 : 5000 },
    ));
});
