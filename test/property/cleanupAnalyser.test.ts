import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanupAnalyser } from '../../extension/core/logs/analyse/cleanup/cleanupAnalyser';
import { analysed } from '../support/logs/analysed';
import { cleanupLog } from '../support/logs/client/cleanupLog';
import { Draw } from '../support/logs/draw';

describe('the analysis of the content library cleanup tool', () => {
  it('counts what the log names, and tells mode and known failure only where they are told', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const truth = cleanupLog(new Draw(seed));
        const [found] = analysed([cleanupAnalyser], [truth.file]);
        assert.ok(found !== undefined);
        const { facts, notKnown } = found;
        const parts = Object.fromEntries(
          facts.parts.map(({ part, lines, bytes }) => [part, { lines, bytes }]),
        );
        assert.deepEqual(parts, truth.parts);
        assert.deepEqual(new Set(facts.packages), truth.packages);
        assert.deepEqual(
          [facts.mode, facts.notInstalled?.packageId, notKnown.count],
          [truth.mode, truth.notInstalled, truth.unknown],
        );
      }),
      { numRuns: process.env.SOAK === undefined ? 100 : 2000 },
    ));

  it('says that nothing was deleted, and which package it stopped at', () => {
    const lines = [
      'Warning: a file is locked',
      'System.InvalidOperationException: This content library cannot be cleaned up right now because package CS100026 is not fully installed.',
    ];
    const file = { file: 'C:\\Temp\\WhatIf-cleanup-DP1.log', bytes: Buffer.from(lines.join('\r\n')) };
    const [found] = analysed([cleanupAnalyser], [file]);
    assert.deepEqual(
      found?.report.findings.map(({ tone, text, lines: on }) => [tone, text.slice(0, 60), on[0]?.line]),
      [
        ['error', 'Package CS100026 is not fully installed on the DP: the tool ', 2],
        ['warning', 'Warning: a file is locked', 1],
        ['info', 'What-if: nothing was deleted. It names 1 package.', 2],
      ],
    );
  });
});
