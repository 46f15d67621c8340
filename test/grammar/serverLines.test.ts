import assert from 'node:assert/strict';
import { colour, withScope } from './support/colour';
import { scope } from './support/scopes';

const server = (message: string): string =>
  `${message}  $$<SMS_DISTRIBUTION_MANAGER><06-14-2018 06:26:25.828-60><thread=9112 (0x2398)>`;

/** component, date, time, thread */
const stampOf = async (line: string): Promise<readonly (readonly string[])[]> => {
  const tokens = await colour(line);
  return [scope.component, scope.date, scope.time, scope.thread].map((name) => withScope(tokens, name));
};

describe('server lines', () => {
  it('have a colour for component, time and thread', async () =>
    assert.deepEqual(await stampOf(server('Sleep 3600 seconds...')), [
      ['SMS_DISTRIBUTION_MANAGER'],
      ['06-14-2018'],
      ['06:26:25.828'],
      ['9112 (0x2398)'],
    ]));

  it('take the last $$< as the end of the message', async () => {
    const [component] = await stampOf(server(String.raw`$$<x> \\SRV\SMS_DP$ $$ $$<A><now><thread=1> ADMIN$`));
    assert.deepEqual(component, ['SMS_DISTRIBUTION_MANAGER']);
  });

  it('may have no space before $$< and a thread without its hexadecimal half', async () =>
    assert.deepEqual(await stampOf('Sleep$$<Script:Main><06-14-2018 06:26:25.828+-300><thread=7>'), [
      ['Script:Main'],
      ['06-14-2018'],
      ['06:26:25.828'],
      ['7'],
    ]));

  it('of SMS 1.x and 2.0 are read too', async () => {
    assert.deepEqual(
      await stampOf(
        '~Found $$<SMS_DESPOOLER><Fri Oct 15 17:09:46.507 1999 Pacific Daylight Time><thread=225>',
      ),
      [['SMS_DESPOOLER'], ['Fri Oct 15', '1999'], ['17:09:46.507'], ['225']],
    );
    assert.deepEqual(await stampOf('~Found  $$<SMS_DESPOOLER><Wed May 21 17:09:27 1997~><thread=DB>'), [
      ['SMS_DESPOOLER'],
      ['Wed May 21', '1997'],
      ['17:09:27'],
      ['DB'],
    ]);
  });

  it('dim line break marks, but not a ~ in a path', async () => {
    const tokens = await colour(server(String.raw`~C:\PROGRA~1\x and ~DF12.tmp~~done~`));
    assert.deepEqual(withScope(tokens, 'comment.block.boilerplate'), ['~', '~~', '~']);
  });

  for (const [message, severity] of [
    ['~ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile', 'error'],
    ['ERROR CreateVirtualDirectory: no answer', 'error'],
    ['STATMSG: ID=2302 SEV=E LEV=M', 'error'],
    ['STATMSG: ID=2388 SEV=W LEV=M', 'warning'],
    ['Warning: 3 files were skipped', 'warning'],
    ['STATMSG: ID=2301 SEV=I LEV=M', undefined],
    ['finished with 0 errors and no warnings', undefined],
    ['ErrorCode = 0x0', undefined],
    ['failover to another server', undefined],
    ['Error: SUCCESS', undefined],
    ['~Sending completed successfully', undefined],
  ] as const) {
    it(`say ${severity ?? 'nothing'} by their text: ${message}`, async () => {
      const tokens = await colour(server(message));
      const shown = (['error', 'warning'] as const).filter(
        (name) => withScope(tokens, scope[name]).length > 0,
      );
      assert.deepEqual(shown, severity === undefined ? [] : [severity]);
    });
  }
});

describe('other lines in the same folders', () => {
  it('of role set-up have their stamp in front, and a byte order mark each', async () => {
    const line = '\uFEFF<Fri Dec  9 11:25:00 2022> SMSFSP Setup Started....';
    assert.deepEqual(await stampOf(`${line}\r\n${line}`), [
      [],
      ['Fri Dec  9', '2022', 'Fri Dec  9', '2022'],
      ['11:25:00', '11:25:00'],
      [],
    ]);
  });

  it('copied from a viewer, an export or a documentation page show their columns', async () => {
    assert.deepEqual(await stampOf('Hash matches\tContentAccess\t2/9/2014 7:15:12 PM\t3532 (0x0DCC)'), [
      ['ContentAccess'],
      ['2/9/2014 7:15:12 PM'],
      [],
      ['3532 (0x0DCC)'],
    ]);
    assert.deepEqual(await stampOf('01-13-2016 17:56:42.885    PullDP    2752 (0xac0)    DTSJob'), [
      ['PullDP'],
      ['01-13-2016'],
      ['17:56:42.885'],
      ['2752 (0xac0)'],
    ]);
    assert.deepEqual(await stampOf('SMS_DISTRIBUTION_MANAGER 2624 (0xa40) ~Currently using 0 out of 3'), [
      ['SMS_DISTRIBUTION_MANAGER'],
      [],
      [],
      ['2624 (0xa40)'],
    ]);
  });

  it('without a stamp keep quiet', async () => {
    const tokens = await colour('Transcript started\n\nplain text about <time> and ]LOG and $$< nothing');
    assert.ok(tokens.every(({ scopes }) => scopes.length === 0));
  });
});
