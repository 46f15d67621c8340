/**
 * A realistic log of any size: the same seed gives the same text. Line shapes are those of site-server, distribution
 * point, client and task-sequence logs; proportions follow a merged working day, with one record in forty over several
 * lines and one in sixty an error.
 */
export function generateLog(bytes: number, seed: number): string {
  const random = mulberry32(seed);
  const lines: string[] = [];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    const record = pick(random, recordKinds)(new Draw(random, at));
    lines.push(record);
    size += record.length + 2;
  }
  return lines.join('\r\n') + '\r\n';
}

/** One record's worth of identifiers, drawn from the seed; `at` moves its clock forward. */
class Draw {
  readonly pkg: string;
  readonly server: string;
  readonly guid: string;
  readonly thread: number;
  private readonly clock: Date;

  constructor(
    readonly random: () => number,
    at: number,
  ) {
    this.pkg = `CS1${this.hex(5)}`.slice(0, 8);
    this.server = `DP${this.int(1, 240).toString().padStart(3, '0')}.CONTOSO.COM`;
    this.guid = [8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-');
    this.thread = this.int(800, 14000);
    this.clock = new Date(Date.UTC(2023, 4, 9, 6, 0, 0) + at * 137);
  }

  int(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  hex(length: number): string {
    return Array.from({ length }, () => '0123456789ABCDEF'[this.int(0, 15)]).join('');
  }

  get nal(): string {
    return `["Display=\\\\${this.server}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${this.server}\\`;
  }

  get date(): string {
    const [year, month, day] = this.clock.toISOString().slice(0, 10).split('-');
    return `${month}-${day}-${year}`;
  }

  get time(): string {
    return this.clock.toISOString().slice(11, 23);
  }

  ccm(component: string, file: string, message: string, type = 1): string {
    return `<![LOG[${message}]LOG]!><time="${this.time}-120" date="${this.date}" component="${component}" context="" type="${type}" thread="${this.thread}" file="${file}:${this.int(40, 4000)}">`;
  }

  server$(component: string, message: string): string {
    const stamp = `${this.date} ${this.time}-120`;
    return `${message}  $$<${component}><${stamp}><thread=${this.thread} (0x${this.thread.toString(16).toUpperCase()})>`;
  }
}

type RecordKind = (draw: Draw) => string;

const distmgr = (message: (d: Draw) => string): RecordKind => {
  return (d) => d.server$('SMS_DISTRIBUTION_MANAGER', message(d));
};
const transfer = (message: (d: Draw) => string): RecordKind => {
  return (d) => d.server$('SMS_PACKAGE_TRANSFER_MANAGER', message(d));
};
const sender = (message: (d: Draw) => string): RecordKind => {
  return (d) => d.server$('SMS_LAN_SENDER', message(d));
};
const client = (component: string, file: string, message: (d: Draw) => string, type = 1): RecordKind => {
  return (d) => d.ccm(component, file, message(d), type);
};

const common: readonly RecordKind[] = [
  distmgr(() => '~Currently using 0 out of 3 allowed package processing threads.'),
  distmgr((d) => `~Processing package ${d.pkg} (SourceVersion:${d.int(1, 9)};StoredVersion:${d.int(1, 9)})`),
  distmgr((d) => `Start adding package ${d.pkg} to server ${d.nal}...`),
  distmgr(
    (d) =>
      `~Created DP processing thread ${d.thread} for addition or update of package ${d.pkg} on server ${d.nal}`,
  ),
  distmgr(
    (d) =>
      `STATMSG: ID=2342 SEV=I LEV=M SOURCE="SMS Server" COMP="SMS_DISTRIBUTION_MANAGER" SYS=SRV1.CONTOSO.COM SITE=PS1 PID=4332 TID=${d.thread} GMTDATE=Tue May 09 06:26:25.828 2023 ISTR0="${d.pkg}" ISTR1="${d.nal}" ISTR2="" NUMATTRS=2 AID0=400 AVAL0="${d.pkg}" AID1=404 AVAL1="${d.nal}"`,
  ),
  transfer(
    (d) =>
      `Found send request with ID: ${d.int(1, 9999)}, Package: ${d.pkg}, Version:1, Priority: 2, Destination: ${d.server}, DPPriority: 200`,
  ),
  transfer(
    (d) =>
      `~Wrote ${d.int(1000, 900000)} bytes to \\\\${d.server}\\SMS_DP$\\FileLib\\${d.hex(4)}\\${d.hex(32)} at position ${d.int(0, 90000000)} in ${d.int(5, 900)} ticks`,
  ),
  transfer((d) => `~Finished sending SWD package ${d.pkg} version 1 to distribution point ${d.server}`),
  sender(
    (d) =>
      `~Attempt to write 1024 bytes to \\\\${d.server}\\SMS_SITE\\202SQCS1.PCK at position ${d.int(0, 90000000)}`,
  ),
  sender(() => 'Checking for site-specific sending capacity.  Used 0 out of 3.~'),
  client(
    'ContentAccess',
    'contentaccess.cpp',
    (d) => `Requesting content Content_${d.guid}.1, size(KB) 0, under context System with priority Medium`,
  ),
  client(
    'ContentTransferManager',
    'util.cpp',
    (d) => `CTM job {${d.guid}} entered phase CCM_DOWNLOADSTATUS_DOWNLOADING_DATA`,
  ),
  client(
    'ContentTransferManager',
    'ctmjob.cpp',
    (d) => `CTM job {${d.guid}} switched to location 'http://${d.server}/SMS_DP_SMSPKG$/${d.pkg}'`,
  ),
  client(
    'DataTransferService',
    'datatransferservice.cpp',
    (d) =>
      `Job: {${d.guid}}, Total Files: 1, Transferred Files: 0, Total Bytes: ${d.int(1000, 900000)}, Transferred Bytes: 5760`,
  ),
  client(
    'DataTransferService',
    'dtsjob.cpp',
    (d) =>
      `DTSJob {${d.guid}} created to download from 'http://${d.server}:80/SMS_DP_SMSPKG$/${d.pkg}' to 'C:\\Windows\\ccmcache\\${d.hex(2)}'.`,
  ),
  client(
    'DataTransferService',
    'httphelper.cpp',
    (d) =>
      `GET: Host=${d.server}, Path=/SMS_DP_SMSPKG$/Content_${d.guid}.1, Port=80, Protocol=http, Flags=645, Options=480`,
    0,
  ),
  client(
    'PullDP',
    'pulldpservice.cpp',
    (d) =>
      `Created FullDownload DTS job {${d.guid}} for package ${d.pkg}.3, content id Content_${d.guid}.1, content job id {${d.guid}}.`,
  ),
  client('SMS_Distribution_Point_Monitoring', 'smsdpmon.cpp', () => 'Report state message 0x40000950 to MP'),
  client('TSManager', 'tsxml.cpp', () => 'Successfully intialized Logging for TS Manager.', 0),
  client(
    'InstallSoftware',
    'runcommandline.cpp',
    (d) => `Running command line: "C:\\Program Files\\Contoso\\setup ${d.int(1, 9)}.exe" /q /norestart`,
    0,
  ),
];

const rare: readonly RecordKind[] = [
  transfer(() => '~ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile'),
  distmgr(
    (d) =>
      `CContentDefinition::TotalFileSizes failed; 0x80070003 for package ${d.pkg}. Will retry in 30 minutes`,
  ),
  client(
    'DataTransferService',
    'ccmhttperror.cpp',
    (d) =>
      `[CCMHTTP] ERROR: URL=http://${d.server}/SMS_DP_SMSPKG$/${d.pkg}, Port=80, Options=480, Code=12029, Text=ERROR_WINHTTP_CANNOT_CONNECT`,
    3,
  ),
  client(
    'ContentTransferManager',
    'ctmjob.cpp',
    (d) => `Received empty location update for CTM Job {${d.guid}}`,
    2,
  ),
  (d) =>
    d.ccm(
      'DataTransferService',
      'dtsjob.cpp',
      `DTS job {${d.guid}} has completed:\r\n\tStatus : SUCCESS,\r\n\tStart time : 05/09/2023 15:30:09,\r\n\tCompletion time : 05/09/2023 15:30:10,\r\n\tElapsed time : 1 seconds`,
    ),
  (d) => d.ccm('TSManager', 'tsxml.cpp', `<sequence version="3.10">\r\n${xmlSteps(d, 20)}\r\n</sequence>`, 0),
];

function xmlSteps(d: Draw, count: number): string {
  return Array.from({ length: count }, () => {
    return `  <step type="SMS_TaskSequence_RunCommandLineAction" name="Set ${d.hex(4)}" continueOnError="true"><action>smsswd.exe /run:${d.pkg} cmd.exe /c copy "x.ini" "%windir%\\${d.hex(6)}"</action></step>`;
  }).join('\r\n');
}

const recordKinds: readonly RecordKind[] = [...common, ...common, ...common, ...common, ...common, ...rare];

function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}

/** Small seeded generator (public domain algorithm): a number in [0, 1) a call. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
