import assert from 'node:assert/strict';
import { eventually } from '../support/fakeShell/lendShell';
import { fails, failure, never, target, withCim } from './powerShellCims';

describe('WMI queries through PowerShell', () => {
  const query = { className: 'SMS_PackagesInContLib', properties: ['PackageID', 'Size'] };
  const header = JSON.stringify({ result: 0, columns: query.properties });
  const rows = (from: number, count: number): string =>
    JSON.stringify({ rows: Array.from({ length: count }, (_, at) => [`ABC${from + at}`, at]) });

  it('come in pages, while they are read', () =>
    withCim(
      [
        {
          lines: [header, ...Array.from({ length: 25 }, (_, at) => rows(at * 20, 20))],
          then: 'answer',
          value: { complete: true },
        },
      ],
      async (cim, shell) => {
        const pages = [];
        for await (const page of cim.query(target, { ...query, where: { Size: 1 } }, never)) pages.push(page);
        assert.deepEqual(
          pages.map(({ length }) => length),
          [200, 200, 100],
        );
        assert.deepEqual(pages[0]?.[1], { PackageID: 'ABC1', Size: 1 });
        const data = shell.requests()[0]?.data as Record<string, unknown>;
        assert.deepEqual(data['properties'], query.properties);
        assert.deepEqual(data['where'], [{ name: 'Size', value: 1 }]);
      },
    ));

  it('take nothing for a name that could be anything else', () =>
    withCim([], async (cim, shell) => {
      const ask = async (parts: object): Promise<void> => {
        for await (const page of cim.query(target, { ...query, ...parts }, never))
          assert.fail(String(page.length));
      };
      for (const bad of ['', 'A,B', '* FROM X', 'A B', "A'", 'Å', 'A\n', '1A'])
        for (const parts of [{ properties: [bad] }, { className: bad }, { where: { [bad]: 1 } }])
          await assert.rejects(ask(parts), fails('failed', /is not the name/));
      await assert.rejects(ask({ properties: [] }), fails('failed', /name/));
      assert.deepEqual(shell.requests(), []);
    }));

  it('who stops reading ends the shell and leaves no file', () =>
    withCim(
      [{ lines: [header, ...Array.from({ length: 20 }, () => rows(0, 20))], then: 'silence' }],
      async (cim, shell) => {
        for await (const page of cim.query(target, query, never)) {
          assert.equal(page.length, 200);
          break;
        }
        await eventually(() => {
          assert.deepEqual(shell.running(), []);
          assert.ok(!shell.leftOvers().some((name) => name.endsWith('.ndjson')));
        });
      },
    ));

  it('one that fails half-way tells it after the rows that came', () =>
    withCim(
      [
        {
          lines: [header, ...Array.from({ length: 10 }, () => rows(0, 20))],
          pause: 10,
          ...failure({ native: 'AccessDenied' }),
        },
      ],
      async (cim) => {
        let seen = 0;
        const read = async (): Promise<void> => {
          for await (const page of cim.query(target, query, never)) seen += page.length;
        };
        await assert.rejects(read(), fails('denied', /Reading SMS_PackagesInContLib/));
        assert.ok(seen <= 200);
      },
    ));
});
