import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePlace, placeText } from '../../../extension/core/connection/placeText';
import { authentications, type ConnectionProfile } from '../../../extension/core/connection/profile';

describe('place and account of a connection', () => {
  const read: readonly (readonly [text: string, as: Parameters<typeof parsePlace>[1], place: object])[] = [
    ['cm01.contoso.com/CM_P01', 'windows', { server: 'cm01.contoso.com', database: 'CM_P01' }],
    ['reader@sql01/CM_P01', 'sql', { server: 'sql01', database: 'CM_P01', user: 'reader' }],
    ['a@b.c@sql01,1500/CM_P01', 'sql', { server: 'sql01', port: 1500, database: 'CM_P01', user: 'a@b.c' }],
    [
      'CONTOSO\\reader@sql01\\CM/CM_P01',
      'ntlm',
      { server: 'sql01', instance: 'CM', database: 'CM_P01', user: 'reader', domain: 'CONTOSO' },
    ],
  ];
  for (const [text, authentication, place] of read)
    it(`reads ${text} (${authentication})`, () => assert.deepEqual(parsePlace(text, authentication), place));

  const refused: readonly (readonly [text: string, as: Parameters<typeof parsePlace>[1], says: RegExp])[] = [
    ['', 'windows', /Write server\/database/],
    ['cm01', 'windows', /Write server\/database/],
    ['cm01/', 'windows', /Write server\/database/],
    ['sql01/CM_P01', 'sql', /login@server/],
    ['reader@sql01/CM_P01', 'ntlm', /DOMAIN/],
    ['reader@sql01,99999/CM_P01', 'sql', /port/],
    ['reader@sql 01/CM_P01', 'sql', /\.$/],
  ];
  for (const [text, authentication, says] of refused)
    it(`refuses "${text}" (${authentication}) and says what is expected`, () => {
      const place = parsePlace(text, authentication);
      assert.ok(typeof place === 'string');
      assert.match(place, says);
    });

  it('is read back as it was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    const profile = fc.record({
      server: name,
      port: fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
      database: name,
      authentication: fc.constantFrom(...authentications),
      user: name,
      domain: name,
    });
    fc.assert(
      fc.property(profile, ({ port, user, domain, authentication, ...rest }) => {
        const account = { windows: {}, sql: { user }, ntlm: { user, domain } }[authentication];
        const place = { ...rest, ...account, ...(port === undefined ? {} : { port }) };
        const known: ConnectionProfile = {
          ...place,
          id: 'x',
          name: 'x',
          authentication,
          encrypt: true,
          trustServerCertificate: false,
        };
        assert.deepEqual(parsePlace(placeText(known), authentication), place);
      }),
    );
  });
});
