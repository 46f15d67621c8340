import assert from 'node:assert/strict';
import { mentionsIn } from '../../../../extension/core/logs/mentions/mentionsIn';
import { threadKey } from '../../../../extension/core/logs/mentions/threads';

/** `kind key` of each mention; what stands at its place must be what the key is made of. */
const found = (text: string, ...siteCodes: readonly string[]): readonly string[] =>
  mentionsIn(text, new Set(siteCodes)).map(({ kind, key, start, end }) => {
    const written = text.slice(start, end).toLowerCase();
    if (kind !== 'thread') assert.equal(written, key.toLowerCase());
    return `${kind} ${key}`;
  });

const guid = '01C39B5C-89AB-4CDE-8F01-23456789ABCD';

describe('what messages name', () => {
  const packages: readonly string[] = [
    'Found package properties updated notification for package CS100026',
    "~Started package processing thread for package 'CS100026', waiting",
    'Found send request, Package: CS100026, Version:1',
    'Action: None PkgID: CS100026 SWD Pkg Version: 1',
    'Sent status to the distribution manager for pkg CS100026, version 1',
    'Sending legacy content CS100026.1',
    '~Package file = E:\\SMSPKG\\CS100026.PCK.1',
    'Transfer root = E:\\SMSPKG\\CS100026.DLT.1.2',
    'CPullDPService::LoadJobsFromXML for CS100026.3',
    'GET: Path=/SMS_DP_SMSPKG$/CS100026/sccm',
    'Failed to evaluate package CS100026, Error code 0x80070003',
    'STATMSG: ID=2301 SEV=I ISTR0="CS100026" ISTR1=""',
    'NUMATTRS=1 AID0=400 AVAL0="CS100026"',
  ];
  for (const text of packages)
    it(`finds the package in: ${text}`, () => assert.deepEqual(found(text), ['package CS100026']));

  const others: readonly string[] = [
    'The hash is ADD00000',
    'Failed to add a file in content 01C39B5C-4C1E-4D42',
    'Adding package ABCDEFAB',
    'content 12345678 bytes',
    'C:\\logs\\20230509.123',
    'package thread with handle 00000AB0F',
    'CS1000267 and XCS100026 of package',
    'adding package\r\nCS100026',
  ];
  for (const text of others)
    it(`finds no package in: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));

  it('takes what begins with the code of a known site for a package anywhere', () => {
    assert.deepEqual(found('Taking a snapshot of CS100026', 'CS1'), ['package CS100026']);
    assert.deepEqual(found('Taking a snapshot of CS100026', 'PS1'), []);
  });

  const servers: readonly string[] = [
    'on server ["Display=\\\\DP1.contoso.com\\"]MSWNET:["SMS_SITE=PS1"]\\\\DP1.contoso.com\\',
    "download from 'http://DP1.contoso.com:80/SMS_DP_SMSPKG$/x'",
    'from https://DP1.contoso.com/NOCERT_SMS_DP_SMSPKG$/x',
    "Sending file '\\\\DP1.contoso.com\\SMS_DP$\\hash.temp'",
    'Priority: 2, Destination: DP1.contoso.com, DPPriority: 200',
    'Priority: 2, server: DP1.contoso.com, DPPriority: 200',
    'Completed post-actions for remote DP DP1.contoso.com',
    'to distribution point DP1.contoso.com.',
    'PullDP DP1.contoso.com has reached maximum capacity 50',
  ];
  for (const text of servers)
    it(`finds the distribution point in: ${text}`, () =>
      assert.deepEqual(found(text), ['dp dp1.contoso.com']));

  it('finds jobs: GUIDs that are called one, and numbers', () => {
    assert.deepEqual(found(`DTSJob {${guid}} in state 'PendingDownload'.`), [`job ${guid}`]);
    assert.deepEqual(found(`CCTMJob::EvaluateState(JobID={${guid}}, State=Complete)`), [`job ${guid}`]);
    assert.deepEqual(found(`for location request {${guid.toLowerCase()}}`), [`job ${guid}`]);
    assert.deepEqual(found(`Content_${guid}.1: 1 files to download`), [`guid ${guid}`]);
    assert.deepEqual(found('Sending thread starting for Job: 577, x'), ['job 577']);
    assert.deepEqual(found('Found send request.  ID: 202SQCS1, Dest Site: PS1'), ['job 202SQCS1']);
    assert.deepEqual(found('~Found ready instruction 202sqcs1.sni'), ['job 202SQCS1']);
  });

  it('finds threads, in one spelling for all', () => {
    assert.deepEqual(found('package processing thread, thread ID = 0x152C (5420)'), ['thread 5420']);
    assert.deepEqual(found('~Created sending thread (Thread ID = 1150)'), ['thread 4432']);
    assert.deepEqual(found('Starting package processing thread,thread ID = 129'), ['thread 129']);
    assert.deepEqual(found('~Created DP processing thread 5800 for addition'), ['thread 5800']);
    assert.deepEqual(found('processing threads added, thread dead'), []);
    assert.equal(threadKey('DB', true), '219');
    assert.equal(threadKey('main', false), 'main');
  });

  it('lists them in the order of the text', () =>
    assert.deepEqual(found('Job: 5, package: CS100026, server: SRV, DPPriority: 200'), [
      'job 5',
      'package CS100026',
      'dp srv',
    ]));

  it('takes time in proportion to the text, whatever it is', () => {
    for (const piece of [
      '\\\\a.',
      'MSWNET:',
      'thread ',
      'Destination: ',
      '0A1',
      'package ',
      ':',
      '://x',
      '-',
      'CS100026',
    ]) {
      const text = piece.repeat(800_000 / piece.length);
      const before = process.cpuUsage();
      mentionsIn(text);
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 2_000_000, `${piece}: ${user + system} µs`);
    }
  });
});
