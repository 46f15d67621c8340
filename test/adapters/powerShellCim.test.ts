import assert from 'node:assert/strict';
import { createDecipheriv } from 'node:crypto';
import { type CimFailureKind, type CimProperties } from '../../extension/ports/cim';
import { eventually } from '../support/fakeShell/lendShell';
import { answer, fails, failure, never, password, path, target, withCim } from './powerShellCims';

describe('WMI through PowerShell', () => {
  it('reads an instance by its keys, with its types', () =>
    withCim(
      [
        answer({
          properties: {
            RefreshNow: false,
            Status: 2,
            JobID: '18446744073709551615',
            LastRefreshTime: '2026-01-02T03:04:05.000Z',
            ISVData: [1, 2],
            Names: ['one'],
            Empty: [],
            SiteName: null,
          },
        }),
      ],
      async (cim, shell) => {
        assert.deepEqual(await cim.get(target, path, never), {
          RefreshNow: false,
          Status: 2,
          JobID: '18446744073709551615',
          LastRefreshTime: '2026-01-02T03:04:05.000Z',
          ISVData: [1, 2],
          Names: ['one'],
          Empty: [],
          SiteName: null,
        });
        const [{ verb, data } = { verb: '', data: {} }] = shell.requests();
        assert.equal(verb, 'get');
        assert.deepEqual(data, {
          ...target,
          className: path.className,
          keys: Object.entries(path.keys).map(([name, value]) => ({ name, value })),
          seconds: 5,
          user: '',
          secret: '',
        });
      },
    ));

  it('an instance that is not there is undefined to a read, and an error to a write', () =>
    withCim([failure({ native: 'NotFound', errorId: 'HRESULT 0x80041002,GetCimInstance' })], async (cim) => {
      assert.equal(await cim.get(target, path, never), undefined);
      await assert.rejects(cim.put(target, path, { RefreshNow: true }, never), fails('notFound', /no such/));
      await assert.rejects(cim.delete(target, path, never), fails('notFound', /Deleting SMS_Dist/));
      await assert.rejects(cim.invokeOn(target, path, 'X', {}, never), fails('notFound', /no such/));
    }));

  it('writes properties, calls methods of classes and instances, and deletes', () =>
    withCim(
      [
        answer({ written: true }),
        answer({ returnValue: 0, out: { sValue: 'D:\\SCCMContentLib' } }),
        answer({ returnValue: 5, out: {} }),
        answer({ deleted: true }),
      ],
      async (cim, shell) => {
        await cim.put(target, path, { RefreshNow: true }, never);
        const parameters = { hDefKey: 2147483650, sSubKeyName: 'SOFTWARE', sValueName: 'x' };
        assert.deepEqual(await cim.invoke(target, 'StdRegProv', 'GetStringValue', parameters, never), {
          returnValue: 0,
          out: { sValue: 'D:\\SCCMContentLib' },
        });
        const result = await cim.invokeOn(target, path, 'Check', {}, never);
        assert.deepEqual(result, { returnValue: 5, out: {} });
        await cim.delete(target, path, never);
        const sent = shell.requests().map(({ verb, data }) => ({ verb, ...(data as object) }));
        const named = (values: CimProperties) =>
          Object.entries(values).map(([name, value]) => ({ name, value }));
        const there = { ...target, seconds: 5, user: '', secret: '' };
        const on = { ...there, className: path.className, keys: named(path.keys) };
        assert.deepEqual(sent, [
          { verb: 'put', ...on, properties: [{ name: 'RefreshNow', value: true }] },
          {
            verb: 'invoke',
            ...there,
            className: 'StdRegProv',
            keys: [],
            method: 'GetStringValue',
            parameters: named(parameters),
          },
          { verb: 'invoke', ...on, method: 'Check', parameters: [] },
          { verb: 'delete', ...on },
        ]);
      },
    ));

  it('tells what a class declares, and makes an instance of values that go as data', () =>
    withCim(
      [
        answer({ properties: [{ name: 'PackageID', type: 'String', isKey: true }] }),
        answer({ created: true }),
        answer({ properties: [{ name: 'PackageID' }] }),
        { then: 'exit', code: 1 },
      ],
      async (cim, shell) => {
        const className = 'SMS_PackagesInContLib';
        assert.deepEqual(await cim.describe(target, className, never), [
          { name: 'PackageID', type: 'String', isKey: true },
        ]);
        const properties = { PackageID: "PS1'; Remove-Item *", PackageVersion: 3 };
        await cim.create(target, className, properties, never);
        await assert.rejects(cim.describe(target, className, never), fails('failed', /not understood/));
        await assert.rejects(
          cim.create(target, className, properties, never),
          fails('failed', /may have been carried out/),
        );
        const [, made] = shell.requests();
        assert.deepEqual(made?.verb, 'create');
        assert.deepEqual((made.data as { properties: unknown }).properties, [
          { name: 'PackageID', value: properties.PackageID },
          { name: 'PackageVersion', value: 3 },
        ]);
        // Base64 is all that PowerShell reads as text.
        for (const { line } of shell.seen()) assert.doesNotMatch(line ?? '', /Remove-Item \*/);
      },
    ));

  it('says what went wrong, and what to do', async () => {
    const cases: readonly (readonly [object, CimFailureKind, RegExp])[] = [
      [{ native: 'AccessDenied' }, 'denied', /sccm\.contoso\.com.*rights/],
      [{ errorId: 'HRESULT 0x80070005,X' }, 'denied', /rights/],
      [{ hresult: '0x8007052E' }, 'denied', /The server said so/],
      [{ errorId: 'HRESULT 0x800706ba,X' }, 'unreachable', /WinRM.*DCOM.*firewall/],
      [{ errorId: 'HRESULT 0x80338126,X' }, 'unreachable', /sccm\.contoso\.com cannot be reached/],
      [{ native: 'InvalidClass', errorId: 'HRESULT 0x80041010,X' }, 'failed', /SMS_Dist.*The server said so/],
      [{ kind: 'noCim', native: '' }, 'failed', /Windows/],
      [{ kind: 'request', native: '', message: 'The class has no property X.' }, 'failed', /no property X/],
    ];
    const steps = cases.map(([parts]) => failure(parts));
    await withCim(steps, async (cim) => {
      for (const [, kind, words] of cases)
        await assert.rejects(cim.put(target, path, { X: 1 }, never), fails(kind, words));
    });
  });

  it('a write without an answer leaves it open whether it was carried out; a read does not', () =>
    withCim(
      [{ then: 'exit', code: 1 }, { then: 'exit', code: 1 }, { then: 'silence' }],
      async (cim, shell) => {
        await assert.rejects(
          cim.put(target, path, { X: 1 }, never),
          fails('failed', /may have been carried out/),
        );
        await assert.rejects(cim.get(target, path, never), fails('failed', /^(?!.*carried out).*$/));
        const cancel = new AbortController();
        const call = cim.put(target, path, { X: 1 }, cancel.signal);
        await eventually(() => assert.equal(shell.requests().length, 3));
        cancel.abort();
        await assert.rejects(call, fails('cancelled', /may have been carried out/));
        await assert.rejects(
          cim.put(target, path, {}, cancel.signal),
          fails('cancelled', /nothing was sent/),
        );
        assert.equal(shell.requests().length, 3);
      },
    ));

  it('values that are none of WMI are refused, not passed on', () =>
    withCim([answer({ properties: { Bad: { nested: 1 } } }), answer({}), answer(null)], async (cim) => {
      await assert.rejects(cim.get(target, path, never), fails('failed', /not understood/));
      await assert.rejects(cim.get(target, path, never), fails('failed', /not understood/));
      await assert.rejects(cim.invoke(target, 'A', 'B', {}, never), fails('failed', /not understood/));
    }));

  it('a password is nowhere in what is run or written, and comes to the agent all the same', () =>
    withCim(
      [failure({ message: 'Access is denied.', native: 'AccessDenied' })],
      async (cim, shell) => {
        await assert.rejects(cim.get(target, path, never), (error) => {
          assert.ok(!String(error).includes(password));
          return true;
        });
        const told = JSON.stringify(shell.seen().map(({ environment: _, ...rest }) => rest));
        const decoded = Array.from(told.matchAll(/[A-Za-z0-9+/]{16,}=*/g), ([text]) =>
          Buffer.from(text, 'base64').toString('utf8'),
        ).join('\n');
        for (const text of [told, decoded]) {
          assert.ok(!text.includes(password));
          assert.ok(!text.includes(JSON.stringify(password).slice(1, -1)));
          assert.ok(!text.includes(Buffer.from(password).toString('base64')));
        }
        const [{ data } = { data: {} }] = shell.requests();
        const { user, secret } = data as { readonly user: string; readonly secret: string };
        assert.equal(user, 'CONTOSO\\admin');
        const key = shell.seen()[0]?.environment?.['CONFIGMGR_CONTENT_KEY'] ?? '';
        const sealed = Buffer.from(secret, 'base64');
        const decipher = createDecipheriv('aes-256-cbc', Buffer.from(key, 'base64'), sealed.subarray(0, 16));
        const plain = Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]);
        assert.equal(plain.toString('utf8'), password);
      },
      { user: 'CONTOSO\\admin' },
    ));
});
