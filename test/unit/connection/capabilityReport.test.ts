import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capabilities, capabilityWords } from '../../../extension/core/connection/capability';
import { capabilityReport, type CapabilityReport } from '../../../extension/core/connection/capabilityReport';
import { markdownText } from '../../../extension/core/connection/markdownText';

const report = (more: Partial<CapabilityReport> = {}): string =>
  capabilityReport({ site: 'P01', testedAt: Date.UTC(2026, 10, 21), results: [], gaps: [], ...more });

/** What a reader sees of one line: escapes undone. */
const shown = (line: string): string => line.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');

describe('the report of Test Connection', () => {
  it('has a row for every capability, and says that what has no result was not tested', () => {
    const text = report({ results: [{ capability: 'sqlRead', state: 'ok', cause: '42 views.' }] });
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    assert.equal(rows.length, capabilities.length + 1);
    assert.equal(shown(rows[1] ?? ''), '| Read the site database | OK | 42 views. |');
    for (const row of rows.slice(2)) assert.match(row, /Not tested/);
    assert.match(text, /2026-11-21T00:00:00/);
  });

  it('says of what is missing why, the least right that gives it, and what is lost', () => {
    const cause = 'The SMS Provider cm01 answers, and this account sees no distribution point.';
    const text = report({
      results: capabilities.map((capability) =>
        capability === 'providerRights'
          ? { capability, state: 'missing', cause, details: ['SMS_DistributionPoint: 0 instances'] }
          : { capability, state: 'ok', cause: 'Found.' },
      ),
    });
    assert.equal(text.match(/^## /gm)?.length, 1);
    const lines = text.split('\n').map(shown);
    const { leastRight, lost } = capabilityWords.providerRights;
    for (const words of [cause, '- SMS_DistributionPoint: 0 instances', `Without it is lost: ${lost}`])
      assert.ok(lines.includes(words), words);
    for (const { text: right, confirmed } of leastRight)
      assert.ok(lines.includes(confirmed ? `- ${right}` : `- UNCONFIRMED: ${right}`), right);
  });

  it('lists what the site leaves unknown', () => {
    const because = 'The job queue is unknown because v_Site has no column X.';
    const lines = report({ gaps: [{ feature: 'The job queue', gaps: [], because }] }).split('\n');
    assert.ok(lines.map(shown).includes(`- ${because}`));
  });

  it('keeps values of the site from becoming Markdown', () => {
    const evil = '[a](command:x) ![b](http://c) <img src=d> **e** `f` | g\n# h &amp; \u202ei\0';
    const text = report({
      site: evil,
      results: [{ capability: 'provider', state: 'missing', cause: evil, details: [evil] }],
      gaps: [{ feature: evil, gaps: [], because: evil }],
    });
    const plain = report({
      site: 'x',
      results: [{ capability: 'provider', state: 'missing', cause: 'x', details: ['x'] }],
      gaps: [{ feature: 'x', gaps: [], because: 'x' }],
    });
    assert.equal(text.split('\n').length, plain.split('\n').length);
    assert.equal(unescaped(text), unescaped(plain));
  });
});

/** The punctuation that can have a meaning inside a line: emphasis, code, links, HTML, tables, addresses. */
const unescaped = (text: string): string =>
  (
    text
      .replaceAll(/\\[!-/:-@[-`{-~]/g, '')
      .replaceAll(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, '')
      .match(/[\\`*_[\]<>|~&#@\n]|:\/\/|www\./gi) ?? []
  ).join('');

describe('text in Markdown', () => {
  it('shows every character as itself, on one line, and gives none a meaning', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = markdownText(text);
        assert.doesNotMatch(escaped, /[\n\r\u2028\u2029\u202e]/);
        assert.equal(unescaped(escaped), '');
        assert.doesNotMatch(escaped, /^(?:[-+=:]|\d+[.)])/, 'a list, a heading or a table');
        assert.equal(shown(escaped), text.trim());
      }),
    ));
});
