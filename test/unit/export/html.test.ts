import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { htmlWriter } from '../../../extension/core/export/html';
import { htmlStyle, htmlStyleHash } from '../../../extension/core/export/htmlStyle';
import { anyRow, awkward, headOf } from './anyRow';

describe('an export as HTML', () => {
  it('lets its one style sheet pass, and nothing else', () => {
    const hash = createHash('sha256').update(htmlStyle).digest('base64');
    assert.equal(htmlStyleHash, `sha256-${hash}`);
    const { head } = htmlWriter(headOf());
    assert.match(
      head,
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^;]+; base-uri/,
    );
    assert.doesNotMatch(head, /<script|src=|href=|url\(|@import|https?:/i);
  });

  it('has no element or attribute that comes from a value', () => {
    const skeleton = (html: string): string => html.replaceAll(/>[^<]*</g, '><');
    fc.assert(
      fc.property(anyRow, (row) => {
        const { row: write } = htmlWriter(headOf());
        const tame = { ...row, packageName: 'n', dpName: 'd', reason: 'r', groups: [] };
        const plain = {
          ...tame,
          packageId: 'i',
          packageType: 't',
          siteCode: 's',
          evidence: row.evidence.map((fact) => ({ ...fact, source: 's', value: 'v' })),
        };
        assert.equal(skeleton(write(row, 0)), skeleton(write(plain, 0)));
      }),
    );
    fc.assert(
      fc.property(awkward, (text) => {
        const { head } = htmlWriter(headOf({ filter: `x${text}`, siteName: text, siteCode: text }));
        assert.equal(skeleton(head), skeleton(htmlWriter(headOf()).head));
      }),
    );
  });

  it('says what it is of, and what could not be read', () => {
    const { head, foot } = htmlWriter(headOf({ filter: 'dp:zrh', notRead: ['jobs'] }));
    assert.match(head, /P01 Headquarters/);
    assert.match(head, /2026-06-01 12:00 UTC/);
    assert.match(head, /dp:zrh/);
    assert.match(head, /vSMS_DistributionJob\. What rests on it is unknown/);
    assert.match(foot(0), /Nothing that the filter asks for/);
  });
});
