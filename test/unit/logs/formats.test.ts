import assert from 'node:assert/strict';
import { only, shows } from '../../support/logs/onlyRecord';
import { readLog } from '../../support/logs/readLog';

const raw = String.raw;

const ccm = (attributes: string, message = 'text'): string => `<![LOG[${message}]LOG]!><${attributes}>\r\n`;

describe('a record in the CCM form', () => {
  const native =
    'time="15:30:15.759-480" date="05-09-2023" component="DataTransferService" context="" type="1" thread="4352" file="datatransferservice.cpp:330"';

  it('has its attributes, and UTC is local time and bias', () =>
    shows(ccm(native), {
      format: 'ccm',
      line: 1,
      endLine: 1,
      offset: 0,
      length: ccm(native).length - 2,
      message: 'text',
      component: 'DataTransferService',
      severity: 'info',
      type: 1,
      thread: 4352,
      source: 'datatransferservice.cpp:330',
      time: '2023-05-09T15:30:15.759',
      utc: '2023-05-09T07:30:15.759Z',
      torn: false,
    }));

  it('may have a bracket before it, and a mark of byte order', () => {
    shows(`\ufeff[${ccm(native)}`, { format: 'ccm', offset: 3, message: 'text', torn: false });
  });

  it('may have attributes in another order, without quotes, and with others between', () => {
    shows(ccm('date="7-22-2025" time="11:02:03.1234567" component="Intune" thread="7"'), {
      time: '2025-07-22T11:02:03.123',
      utc: null,
      component: 'Intune',
      type: null,
      thread: 7,
      source: null,
      severity: 'info',
    });
    shows(
      ccm(
        'time="11.02.03" date="07-22-2025" component="script" context="" type="Info" thread="main" file=helloworld.log""',
      ),
      {
        time: '2025-07-22T11:02:03.000',
        type: 'Info',
        thread: 'main',
        source: 'helloworld.log',
        torn: false,
      },
    );
    shows(
      ccm('TYPE="3" Component="a b" color="1" time="01:02:03.004+00" date="01-02-2023" thread="" file=""'),
      {
        severity: 'error',
        component: 'a b',
        thread: null,
        source: '',
        utc: '2023-01-02T01:02:03.004Z',
      },
    );
  });

  it('takes the bias of scripts as the offset that it is', () => {
    const at = (time: string, file: string): string | null =>
      only(
        ccm(
          `time="12:00:00.000${time}" date="06-01-2023" component="c" context="" type="1" thread="1" file="${file}"`,
        ),
      ).utc;
    assert.equal(at('+600', 'a.cpp:1'), '2023-06-01T22:00:00.000Z');
    assert.equal(at('+600', raw`C:\x\Deploy.ps1:12`), '2023-06-01T02:00:00.000Z');
    assert.equal(at('+-300', 'a'), '2023-06-01T17:00:00.000Z');
    assert.equal(at(' 600', 'a'), '2023-06-01T02:00:00.000Z');
    assert.equal(at('-060', 'a'), '2023-06-01T11:00:00.000Z');
    assert.equal(at('', 'a'), null);
    const toolkit = ccm(
      'time="12:00:00.000+600" date="06-01-2023" component="c" type="0" thread="1" source="PSAppDeployToolkit"',
    );
    assert.equal(only(toolkit).utc, '2023-06-01T02:00:00.000Z');
    assert.equal(only(toolkit).severity, 'success');
  });

  it('is read as told where the bias is told', () => {
    const line = ccm('time="12:00:00.000+60" date="06-01-2023" type="1"');
    assert.equal(readLog(line, [], 'offset')[0]?.utc, '2023-06-01T11:00:00.000Z');
    assert.equal(readLog(line, [], 'native')[0]?.utc, '2023-06-01T13:00:00.000Z');
    assert.equal(readLog(line, [], 'ignore')[0]?.utc, null);
  });

  it('takes a sign that was lost as a part of the fraction', () =>
    shows(ccm('time="15:30:11.935600" date="05-09-2023" type="1"'), {
      time: '2023-05-09T15:30:11.935',
      utc: null,
    }));

  it('has the severity of its type, whatever it says', () => {
    const severity = (type: string, message = 'failed'): string =>
      only(ccm(`type="${type}"`, message)).severity;
    assert.deepEqual(
      ['0', '1', '2', '3', '4', 'Warning', 'Error'].map((type) => severity(type)),
      ['none', 'info', 'warning', 'error', 'info', 'warning', 'error'],
    );
    assert.equal(severity(''), 'error');
    assert.equal(severity('', 'all is well'), 'info');
  });
});

describe('a line in the form of servers', () => {
  it('has component, time and thread at its end', () => {
    shows(
      '~Created sending thread (Thread ID = 1150)  $$<SMS_LAN_SENDER><06-14-2018 06:26:25.828-60><thread=2212 (0x8A4)>\r\n',
      {
        format: 'server',
        message: 'Created sending thread (Thread ID = 1150)',
        component: 'SMS_LAN_SENDER',
        type: null,
        thread: 2212,
        source: null,
        time: '2018-06-14T06:26:25.828',
        utc: '2018-06-14T05:26:25.828Z',
        severity: 'info',
      },
    );
    shows(raw`~Wrote to \\SRV\SMS_DP$$<x>\a$ $$<SMS_X><12-09-2022 11:25:14.226+360><thread=6156>`, {
      message: raw`Wrote to \\SRV\SMS_DP$$<x>\a$`,
      component: 'SMS_X',
      thread: 6156,
      utc: '2022-12-09T17:25:14.226Z',
    });
    shows('…Used 0 out of 3.~$$<Script:function><12-09-2022 11:25:14.226+360><thread=6156 (0x180C)>', {
      message: '…Used 0 out of 3.',
      component: 'Script:function',
    });
  });

  it('may be of SMS 2.0 and 1.x', () => {
    shows(
      '~Starting package  $$<SMS_DISTRIBUTION_MANAGER><Fri Oct 15 17:09:46.507 1999 Pacific Daylight Time><thread=225 (0xE1)>',
      {
        format: 'server',
        time: '1999-10-15T17:09:46.507',
        thread: 225,
        utc: null,
      },
    );
    shows('~Found ready instruction sni00000.sni  $$<SMS_DESPOOLER><Wed May 21 17:09:27 1997~><thread=DB>', {
      time: '1997-05-21T17:09:27.000',
      thread: 0xdb,
    });
  });

  it('may quote a record of a client', () =>
    shows('<![LOG[x]LOG]!><time="1:2:3"> $$<SMS_X><12-09-2022 11:25:14.226+360><thread=1 (0x1)>', {
      format: 'server',
      component: 'SMS_X',
      message: '<![LOG[x]LOG]!><time="1:2:3">',
    }));
});
