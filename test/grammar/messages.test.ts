import assert from 'node:assert/strict';
import { colour, withScope } from './support/colour';
import { scope } from './support/scopes';

const raw = String.raw;
const guid = '7D2F1B5A-64C3-4E0C-9A87-35B1C1E0D201';
const nal = raw`["Display=\\SRV.CONTOSO.COM\"]MSWNET:["SMS_SITE=PS1"]\\SRV.CONTOSO.COM\ `.trim();

/** What is coloured in each message; the forms are those of real logs. */
const expectations: readonly (readonly [
  message: string,
  scope: keyof typeof scope,
  found: readonly string[],
])[] = [
  ['~Processing package CS100026 (SourceVersion:3;StoredVersion:2)', 'packageId', ['CS100026']],
  ["Found notification for package 'RR200004'Used 0 out of 30", 'packageId', ['RR200004']],
  ["Content 'CS100026.1' for package 'CS100026' has been added", 'packageId', ['CS100026.1', 'CS100026']],
  [raw`~Package file = E:\SMSPKG\CS100026.PCK.1`, 'packageId', ['CS100026.PCK.1']],
  ['ISTR0="CS100026" AVAL0="CS100027"', 'packageId', ['CS100026', 'CS100027']],
  ['the words ADD00000 and 12345678 and DEADBEEF stand alone', 'packageId', []],
  [`DTSJob {${guid}} created`, 'guid', [`{${guid}}`]],
  [`Requesting content Content_${guid}.1, size(KB) 0`, 'guid', [`Content_${guid}.1`]],
  [`add the file in content ${guid}.`, 'guid', [guid]],
  ['CContentDefinition::TotalFileSizes failed; 0x80070003', 'errorCode', ['0x80070003']],
  ['~ExecStaticMethod failed (80041002) SMS_X', 'errorCode', ['80041002']],
  ['failed with code 0x800704cf.', 'errorCode', ['0x800704cf']],
  ['returned -2147024891 or 2147942405', 'errorCode', ['-2147024891', '2147942405']],
  ['error code = 12, exit code 1603, Win32 = 2', 'errorCode', ['12', '1603', '2']],
  ['to host SRV, error 0x2efd', 'errorCode', ['0x2efd']],
  ['Code=12029, Text=ERROR_WINHTTP_CANNOT_CONNECT', 'errorCode', ['12029', 'ERROR_WINHTTP_CANNOT_CONNECT']],
  ['sign-extended 0xFFFFFFFF80070005', 'errorCode', ['0xFFFFFFFF80070005']],
  ['error code 0, status is 0x0, ERROR_SUCCESS', 'errorCode', []],
  [`Start adding package CS100026 to server ${nal}...`, 'path', [`${nal}...`]],
  [raw`~Sending Started [\\SRV\SMS_SITE\202SQCS1.PCK]`, 'path', [raw`\\SRV\SMS_SITE\202SQCS1.PCK`]],
  [raw`from C:\Program Files\Contoso\setup.exe now`, 'path', [raw`C:\Program Files\Contoso\setup.exe`]],
  ["switched to location 'http://SRV/SMS_DP_SMSPKG$'", 'path', ["'http://SRV/SMS_DP_SMSPKG$'"]],
  ['in state \'DownloadingManifest\' of "x"', 'quoted', ["'DownloadingManifest'", '"x"']],
  ["the site's server and the client's", 'quoted', []],
  [
    'Wrote 380731 bytes at 10:15:02 in 344 ticks, 12%',
    'number',
    ['380731 bytes', '10:15:02', '344 ticks', '12%'],
  ],
  ['Report state message 0x40000950 to MP', 'number', ['0x40000950']],
];

describe('messages', () => {
  for (const [message, name, found] of expectations) {
    it(`${name}: ${message}`, async () => {
      const inRecord = await colour(`<![LOG[${message}]LOG]!><time="15:30:09.905-480" type="1">`);
      const inServerLine = await colour(`${message}  $$<SMS_X><05-09-2023 08:00:00.000-120><thread=1 (0x1)>`);
      for (const tokens of [inRecord, inServerLine]) assert.deepEqual(withScope(tokens, scope[name]), found);
    });
  }
});
