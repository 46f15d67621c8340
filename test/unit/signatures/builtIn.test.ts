import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtInSignatures, withSignatures } from '../../../extension/core/logs/signatures/builtIn';
import { readSignatures } from '../../../extension/core/logs/signatures/readSignatures';
import { matched } from '../../support/logs/matchedSignatures';
import { signatureExamples } from '../../support/logs/signatureExamples';

const signatures = builtInSignatures();
const folder = 'extension/core/logs/signatures';

const idsIn = (id: string): readonly string[] =>
  matched(signatures, signatureExamples[id] ?? []).map(({ signature }) => signature.id);

describe('the signatures of the extension', () => {
  it('are read from their files without a problem, each under its own id', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    const read = files.map((file) => readSignatures(readFileSync(`${folder}/${file}`, 'utf8')));
    assert.deepEqual(
      read.flatMap(({ problems }) => problems),
      [],
    );
    const count = read.flatMap((file) => file.signatures).length;
    assert.deepEqual([signatures.length, new Set(signatures.map(({ id }) => id)).size], [count, count]);
  });

  for (const { id } of signatures)
    it(`know their line: ${id}`, () => {
      const found = idsIn(id);
      assert.ok(found.includes(id), `found ${found.join(', ')}`);
    });

  it('say nothing about lines of logs in which all is well', () => {
    const well = [
      ['SMS_DISTRIBUTION_MANAGER', 'Currently using 3 out of 3 allowed package processing threads.'],
      ['SMS_DISTRIBUTION_MANAGER', 'Used 0 out of 0 allowed processing threads.'],
      ['SMS_PACKAGE_TRANSFER_MANAGER', 'Sending failed. Failure count = 1, Restart time = 14/06/2018'],
      ['SMS_Distribution_Point_Monitoring', 'Report state message 0x40000950 to MP'],
      [
        'DataTransferService',
        'Error retrieving manifest (0x800704cf).  Will attempt retry 2 in 3600 seconds.',
      ],
      ['PullDP', 'DTS succeeded message received for P010000F.3, content job {G}, status is 0x0 :'],
      ['Other', 'CContentDefinition::TotalFileSizes failed; 0x80070003'],
    ] as const;
    const lines = well.map(([component, message]) => ({ component, message }));
    assert.deepEqual(matched(signatures, lines), []);
  });

  it('are replaced by those of a file with the same id, and left out when a file disables them', () => {
    const [first, second] = signatures;
    assert.ok(first !== undefined && second !== undefined);
    const own = { ...first, title: 'Our own' };
    const all = withSignatures(signatures, { signatures: [own], disabled: [second.id.toUpperCase()] });
    assert.equal(all.length, signatures.length - 1);
    assert.deepEqual(
      all.filter(({ id }) => id === first.id || id === second.id),
      [own],
    );
  });
});
