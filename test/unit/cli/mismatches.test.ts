import assert from 'node:assert/strict';
import { ran } from './running';

const site = ['mismatches', '--demo', 'small', '--seed', '2'];

interface Told {
  readonly dpName: string;
  readonly kind: string;
  readonly seenTwice: boolean;
}

describe('mismatches on the command line', function () {
  this.timeout(60_000);

  it('looks at the DPs that validation complains of, twice, and tells by its exit code', async () => {
    const { code, output, said } = await ran([...site, '--format', 'json']);
    const told = JSON.parse(output) as readonly Told[];
    assert.equal(code, 1);
    assert.deepEqual(new Set(told.map(({ dpName }) => dpName)), new Set(['DPPAR01.contoso.local']));
    assert.ok(told.some(({ kind, seenTwice }) => kind === 'onlyInWmi' && seenTwice));
    assert.match(said, /Looking again[^]*mismatches on 1 distribution points/);
  });

  it('looks at named DPs, as a table or line by line', async () => {
    const one = [...site, '--dp', 'dppar01.CONTOSO.local', '--wait', '0'];
    const table = await ran(one);
    assert.match(table.output, /^MISMATCH +PACKAGE[^]*Only in WMI +PS1\w{5} /);
    const lines = await ran([...one, '--format', 'ndjson']);
    const rows = lines.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
    assert.ok(rows.length > 3 && rows.every(({ seenTwice }) => !seenTwice));
    const named = await ran([...site, '--dp', 'nowhere']);
    assert.deepEqual([named.code, /no such distribution point/.test(named.said)], [2, true]);
  });

  it('says 2 where what could be read agrees, and not all could', async () => {
    const { code, said } = await ran([...site, '--dp', 'contosodp.cloudapp.net', '--wait', '0']);
    assert.equal(code, 2);
    assert.match(said, /cloud distribution point/);
  });

  it('refuses what it does not understand', async () => {
    for (const wrong of [['--wait', 'soon'], ['--format', 'xml'], ['--dps-at-once', '0'], ['--what']])
      assert.equal((await ran([...site, ...wrong])).code, 2);
  });
});
