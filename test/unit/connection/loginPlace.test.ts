import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loginPlace, type Login } from '../../../extension/core/connection/loginPlace';

const login: Login = {
  authentication: 'ntlm',
  user: 'Reader',
  domain: 'CORP',
  server: 'SQL01.corp.example',
  instance: 'CM',
  port: 1444,
};

describe('the login that a password was entered for', () => {
  it('is the same whatever the case of Windows and DNS names', () => {
    const other = { ...login, user: 'reader', domain: 'corp', server: 'sql01.CORP.example', instance: 'cm' };
    assert.equal(loginPlace(other), loginPlace(login));
  });

  it('tells SQL Server logins by their case, which some servers do', () => {
    const sql: Login = { authentication: 'sql', server: 'sql01', user: 'Reader' };
    assert.notEqual(loginPlace({ ...sql, user: 'reader' }), loginPlace(sql));
  });

  it('is another one when anything that says who logs in where is another', () => {
    const text = fc.stringMatching(/^[a-z0-9.-]{1,8}$/);
    const any = fc.record(
      {
        authentication: fc.constantFrom('sql' as const, 'ntlm' as const),
        user: text,
        domain: text,
        server: text,
        instance: text,
        port: fc.integer({ min: 1, max: 65_535 }),
      },
      { requiredKeys: ['authentication', 'server'] },
    );
    fc.assert(
      fc.property(any, any, (one, other) => {
        const parts = ({ authentication, user, domain, server, instance, port }: Login): string =>
          JSON.stringify([authentication, user, domain, server, instance, port]);
        assert.equal(loginPlace(one) === loginPlace(other), parts(one) === parts(other));
      }),
    );
  });
});
