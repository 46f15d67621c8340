import assert from 'node:assert/strict';
import { shows, type Expected } from '../../support/logs/onlyRecord';
import { readLog } from '../../support/logs/readLog';

describe('a line of another form', () => {
  const forms: readonly (readonly [line: string, expected: Expected])[] = [
    [
      '<Fri Dec  9 11:25:00 2022> SMSFSP Setup Started....',
      { format: 'setup', time: '2022-12-09T11:25:00.000', message: 'SMSFSP Setup Started....' },
    ],
    [
      'Hash matches\tContentAccess\t2/9/2014 7:15:12 PM\t3532 (0x0DCC)',
      {
        format: 'viewer',
        message: 'Hash matches',
        component: 'ContentAccess',
        time: '2014-02-09T19:15:12.000',
        thread: 3532,
      },
    ],
    [
      'Hash matches\tContentAccess\t07.08.2012 00:12:55\t3532 (0x0DCC)',
      { format: 'viewer', time: '2012-08-07T00:12:55.000' },
    ],
    [
      'SMS_DISTRIBUTION_MANAGER 2624 (0xa40) ~Currently using 0 out of 3',
      {
        format: 'forum',
        component: 'SMS_DISTRIBUTION_MANAGER',
        thread: 2624,
        message: 'Currently using 0 out of 3',
        time: null,
      },
    ],
    [
      '01-13-2016 17:56:42.885    DataTransferService    2752 (0xac0)    DTSJob x',
      {
        format: 'export',
        component: 'DataTransferService',
        thread: 2752,
        message: 'DTSJob x',
        time: '2016-01-13T17:56:42.885',
      },
    ],
    [
      '2021/07/13 10:22:58.9553434 3696  8172  Shared  text',
      {
        format: 'windowsUpdate',
        component: 'Shared',
        thread: 8172,
        message: 'text',
        time: '2021-07-13T10:22:58.955',
      },
    ],
    [
      '2014-02-09 19:15:26:130  800 ed0 Agent text',
      { format: 'windowsUpdate', component: 'Agent', thread: 0xed0, time: '2014-02-09T19:15:26.130' },
    ],
    [
      '2024-02-20 10:11:12, Info                  CBS    text error',
      { format: 'cbs', component: 'CBS', type: 'Info', severity: 'info', message: 'text error' },
    ],
    [
      '2024-02-20 10:11:12, Warning               DISM   DISM Package Manager',
      { format: 'dism', severity: 'warning' },
    ],
    [
      '2024-02-20 10:11:12, Error   SP   text',
      { format: 'panther', component: 'SP', severity: 'error', time: '2024-02-20T10:11:12.000' },
    ],
    [
      '[05-09-2023 15:30:09.905] [Installation] [Show-Prompt] [Info] :: text',
      {
        format: 'toolkit',
        component: 'Installation',
        source: 'Show-Prompt',
        severity: 'info',
        message: 'text',
        time: '2023-05-09T15:30:09.905',
      },
    ],
    ['[02-03-2021: 07:53:56] text', { format: 'stamped', message: 'text', time: '2021-02-03T07:53:56.000' }],
    [
      '9/12/2012 16:29:15 - text failed',
      { format: 'stamped', message: 'text failed', time: '2012-09-12T16:29:15.000', severity: 'error' },
    ],
    ['2024-02-20T10:11:12.5Z text', { format: 'stamped', utc: '2024-02-20T10:11:12.500Z' }],
    [
      '2024-02-20T10:11:12+02:00 text',
      { format: 'stamped', utc: '2024-02-20T08:11:12.000Z', message: 'text' },
    ],
    [
      'just words',
      { format: 'plain', severity: 'none', time: null, component: null, thread: null, torn: false },
    ],
  ];
  for (const [line, expected] of forms)
    it(`${String(expected.format)}: ${line}`, () => shows(line, expected));

  it('of Windows Installer takes its day from the header, and the next one after midnight', () => {
    const log = [
      '=== Verbose logging started: 1/17/2023  23:33:22  Build type: SHIP ===',
      'MSI (c) (F8:00) [23:59:22:272]: Resetting cached policy values',
      'Action ended 0:00:01: InstallFinalize. Return value 1.',
      'MSI (s) (F8:04) [00:00:02:003]: Return value 3.',
    ];
    const records = readLog(log.join('\r\n'));
    assert.deepEqual(
      records.map(({ format, time, severity }) => [format, time, severity]),
      [
        ['msi', '2023-01-17T23:33:22.000', 'info'],
        ['msi', '2023-01-17T23:59:22.272', 'info'],
        ['plain', '2023-01-17T23:59:22.272', 'none'],
        ['msi', '2023-01-18T00:00:02.003', 'error'],
      ],
    );
    assert.equal(records[1]?.thread, 'F8:00');
  });

  it('of IIS has the columns of the last #Fields, and UTC', () => {
    const log = [
      '#Software: Microsoft Internet Information Services 10.0',
      '#Date: 2014-02-10 00:00:00',
      '#Fields: date time s-ip cs-method cs-uri-stem sc-status',
      '2014-02-10 00:15:12 192.168.2.20 GET /SMS_DP_SMSPKG$/Content_x 200',
      '2014-02-10 00:15:13 192.168.2.20 GET /SMS_DP_SMSPKG$/web.config 404',
      '#Fields: time sc-status cs-uri-stem',
      '00:15:14 500 /x',
    ];
    const records = readLog(log.join('\n')).slice(3);
    assert.deepEqual(
      records.map(({ format, utc, severity }) => [format, utc, severity]),
      [
        ['iis', '2014-02-10T00:15:12.000Z', 'info'],
        ['iis', '2014-02-10T00:15:13.000Z', 'warning'],
        ['iis', '2014-02-10T00:15:13.000Z', 'none'],
        ['iis', '2014-02-10T00:15:14.000Z', 'error'],
      ],
    );
  });

  it('between lines of IIS keeps its own form, though it has a date and a time in the same columns', () => {
    const log = [
      '#Fields: date time cs-uri-stem sc-status',
      '2014-02-10 00:15:12 /x 200',
      '2014-02-10 00:15:13, Error   SP   text',
      '2014/02/10 00:15:14.9553434 3696  8172  Shared  text',
      '02-10-2014 00:15:15.885    PullDP    2752 (0xac0)    text',
      '2014-02-10 00:15:16.5 /x 500',
    ];
    assert.deepEqual(
      readLog(log.join('\n')).map(({ format, severity }) => [format, severity]),
      [
        ['iis', 'none'],
        ['iis', 'info'],
        ['panther', 'error'],
        ['windowsUpdate', 'info'],
        ['export', 'info'],
        ['iis', 'error'],
      ],
    );
  });
});
