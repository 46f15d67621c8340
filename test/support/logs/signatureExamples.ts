import type { ToldLine } from './matchedSignatures';

const said =
  (component: string) =>
  (...messages: readonly string[]): readonly ToldLine[] =>
    messages.map((message) => ({ message, component }));

const distmgr = said('SMS_DISTRIBUTION_MANAGER');
const pkgXfer = said('SMS_PACKAGE_TRANSFER_MANAGER');
const sender = said('SMS_LAN_SENDER');
const despool = said('SMS_DESPOOLER');
const smsdpmon = said('SMS_Distribution_Point_Monitoring');
const pullDp = said('PullDP');
const dts = said('DataTransferService');
const ctm = said('ContentTransferManager');
const cas = said('ContentAccess');

const times = (count: number, lines: readonly ToldLine[]): readonly ToldLine[] =>
  Array.from({ length: count }, () => lines).flat();

const status = (id: number): readonly ToldLine[] =>
  distmgr(
    `STATMSG: ID=${id} SEV=E LEV=M SOURCE="SMS Server" COMP="SMS_DISTRIBUTION_MANAGER" SYS=SRV.CONTOSO.COM SITE=PS1 PID=2096 TID=4192 GMTDATE=Fri Oct 15 17:09:46.507 2021 ISTR0="CS100026" ISTR1="" NUMATTRS=1 AID0=400 AVAL0="CS100026"`,
  );

const fields =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';

const iis = (code: string, method = 'GET'): readonly ToldLine[] =>
  [
    fields,
    `2014-02-10 00:15:12 192.168.2.20 ${method} /NOCERT_SMS_DP_SMSPKG$/Content_1.1/sccm?/Setup.exe - 80 - 192.168.2.10 Microsoft+BITS/7.7 ${code.replace('.', ' ')} 0 31`,
  ].map((message) => ({ message, component: '', file: 'u_ex140210.log', format: 'iis' }));

const guid = '{5285F8B3-C426-4882-85F2-AD5331DD4179}';
const http = (code: number, text: string): readonly ToldLine[] =>
  dts(
    `[CCMHTTP] ERROR: URL=http://SRV:80/SMS_DP_SMSPKG$/Content_1.1, Port=80, Options=480, Code=${code}, Text=${text}`,
  );

/** Lines of real logs and of Microsoft's articles, by the signature that has to know them. */
export const signatureExamples: Readonly<Record<string, readonly ToldLine[]>> = {
  'source-not-found': distmgr('CContentDefinition::TotalFileSizes failed; 0x80070003'),
  'package-threads-used-up': times(
    5,
    distmgr('Currently using 3 out of 3 allowed package processing threads.'),
  ),
  'content-not-arrived': times(
    5,
    distmgr("The contents for the package CS100026 hasn't arrived from site CS1 yet, will retry later."),
  ),
  'virtual-directory-not-created': distmgr(
    'ERROR CreateVirtualDirectory: Failed to create the defined virtual directory for the share. IDispatch error #3603',
  ),
  'package-failed': status(2302),
  'dp-not-connected': status(2323),
  'dp-share-not-found': status(2324),
  'copy-failed': status(2328),
  'content-status-invalid': status(2354),
  'dp-installation-failed': status(2370),
  'package-status-failed': distmgr(
    'Successfully updated the package server status for ["Display=\\\\DP1\\"]MSWNET:["SMS_SITE=PS1"]\\\\DP1\\ for package CS100026, Status 5',
  ),
  'dp-on-site-server': distmgr(
    'The distribution point is on the siteserver and the package is a content type package. There is nothing to be copied over.',
  ),
  'wmi-add-file': pkgXfer(
    'ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile',
    'CSendFileAction::AddFile failed; 0x80041002',
    'Sending failed. Failure count = 2, Restart time = 14/06/2018 06:56:25 GMT Daylight Time',
  ),
  'transfer-fails-again': pkgXfer(
    'Sending failed. Failure count = 24, Restart time = 14/06/2018 06:56:25 GMT Daylight Time',
  ),
  'bandwidth-control': pkgXfer(
    'Address to DP1.CONTOSO.COM is currently under bandwidth control, therefore only one connection is allowed, returning send request to the pool.',
  ),
  'pulse-mode': pkgXfer(
    'Address to DP1.CONTOSO.COM is currently in pulse mode, therefore only one connection is allowed.',
  ),
  'address-closed': pkgXfer(
    'Address is closed for priority 2 jobs, stop sending[E:\\SCCMContentLib\\FileLib\\2F08]',
  ),
  'same-job-twice': [1, 2].map((thread) => ({
    message:
      'Sending thread starting for Job: 12771, package: CS100026, Version: 8, Priority: 2, server: DP1, DPPriority: 200',
    component: 'SMS_PACKAGE_TRANSFER_MANAGER',
    thread,
  })),
  'file-in-use': pkgXfer('CSendFileAction::SendFiles failed; 0x80070020'),
  'disk-full': pkgXfer(
    'WARNING: Caught exception - There is not enough space on the disk. (Exception from HRESULT: 0x80070070)',
  ),
  'access-denied': distmgr('CContentDefinition::AddFile failed; 0x80070005'),
  'pull-dp-no-source': pkgXfer(
    'Unable to find any source locations for one or more contents under package CS100026, for pull DP DP1.CONTOSO.COM. Notification not sent.',
  ),
  'pull-dp-full': pkgXfer('PullDP ["Display=\\\\P01PDP1\\"]MSWNET: has reached maximum capacity 50'),
  'pull-dp-not-notified': pkgXfer(
    'PullDP notification failed. Failure count = 3/30, Restart time = 1/10/2019 1:16:33 PM Eastern Standard Time',
  ),
  'sender-used-up': times(5, sender('Checking for site-specific sending capacity.  Used 3 out of 3.')),
  'despooler-used-up': times(5, despool('Used 3 out of 3 despooling threads')),
  'despooler-waits': times(
    10,
    despool("Package CS100026 information hasn't arrived yet for this version [1]. Retry later"),
  ),
  'validation-hash': smsdpmon('Report state message 0xC000094E to MP'),
  'validation-failed': smsdpmon('Report state message 0x8000094F to MP'),
  'package-list-differs': smsdpmon('package data in WMI is not consistent to PkgLib'),
  'pull-dp-404': pullDp(
    `DTS error message received for C010000D.28, content job ${guid}, 0x80070002 : BITS error: 'HTTP status 404: The requested URL does not exist on the server.`,
  ),
  'pull-dp-download-failed': pullDp(
    `DTS error message received for C010000D.28, content job ${guid}, 0x800706D9 : BITS error: ''`,
  ),
  'no-locations': said('LocationServices')(
    `LS Request CorrelationID ${guid} - Calling back with empty distribution points list`,
  ),
  'empty-location-update': ctm(`Received empty location update for CTM Job ${guid}`),
  'no-next-location': ctm('CCTMJob::_GetNextLocation failed with code 0x87d00215'),
  'no-progress': ctm(`No progress for CTM job ${guid}`),
  'client-hash': cas('Hash does not match expected ABC, actual DEF'),
  'ctm-hash': ctm('CCTMJob::_ProcessContentInfo - failed to verify hash (algorithm ID = 32780)'),
  'cache-too-small': cas('Requesting content failed, error 0x87D01201'),
  'dav-405': dts("Error sending DAV request. HTTP code 405, status 'Method Not Allowed'"),
  'dav-no-answer': dts("Error sending DAV request. HTTP code 600, status ''"),
  'http-cannot-connect': http(12029, 'ERROR_WINHTTP_CANNOT_CONNECT'),
  'http-name': http(12007, 'ERROR_WINHTTP_NAME_NOT_RESOLVED'),
  'http-timeout': http(12002, 'ERROR_WINHTTP_TIMEOUT'),
  'http-certificate': http(12175, 'ERROR_WINHTTP_SECURE_FAILURE'),
  'manifest-error-mapped': dts('GetDirectoryList_HTTP mapping original error 0x80072efd to 0x800704cf.'),
  'manifest-retries': dts('Error retrieving manifest (0x800704cf).  Will attempt retry 140 in 3600 seconds.'),
  'bits-errors': dts(
    `CDTSJob::HandleErrors: DTS Job '${guid}' BITS Job '${guid}' under user 'S-1-5-18' OldErrorCount 29 NewErrorCount 30 ErrorCode 0x800706D9`,
  ),
  'bits-404': dts('DTS job failed with 0x80190194'),
  'bits-403': cas('Download failed, error 0x80190193'),
  'bits-401': ctm('Download failed, error 0x80190191'),
  'iis-webdav': iis('405.0', 'PROPFIND'),
  'iis-extension': iis('404.7'),
  'iis-hidden-segment': iis('404.8'),
  'iis-double-escaping': iis('404.11'),
  'iis-sequence': iis('404.5'),
  'iis-verb': iis('404.6'),
  'iis-too-long': iis('404.15'),
  'iis-handler': iis('404.3'),
  'iis-certificate': iis('403.16'),
  'iis-server-error': iis('503.2'),
  'cleanup-not-installed': [
    {
      message:
        'System.InvalidOperationException: This content library cannot be cleaned up right now because package CS100026 is not fully installed.',
      component: '',
      file: 'cleanup.log',
      format: 'plain',
    },
  ],
};
