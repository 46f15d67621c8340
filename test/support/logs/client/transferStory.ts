import type { JobTeller } from './clientLogs';

/** What an analyser has to find of a job of the data transfer service. */
export interface TransferStory {
  readonly bytes: number;
  readonly retries: number;
  /** Codes and how often. */
  readonly errors: Readonly<Record<string, number>>;
}

const codes = [
  { win32: 12029, text: 'ERROR_WINHTTP_CANNOT_CONNECT', original: '0x80072efd', known: '0x80072EFD' },
  { win32: 12007, text: 'ERROR_WINHTTP_NAME_NOT_RESOLVED', original: '0x80072ee7', known: '0x80072EE7' },
] as const;

/** A transfer with its troubles: at first no list of files, later errors of BITS, and then all of the files or not. */
export const tellTransfer = (
  teller: JobTeller,
  transfer: string,
  url: string,
  isWhole: boolean,
): TransferStory => {
  const { draw } = teller;
  const bits = draw.guid;
  const errors: Record<string, number> = {};
  const note = (code: string, count = 1): void => void (errors[code] = (errors[code] ?? 0) + count);
  const enter = (state: string): string => `DTSJob ${transfer} in state '${state}'.`;
  const say = (...messages: readonly string[]): number => teller.say('DataTransferService', ...messages);
  say(`DTSJob ${transfer} created to download from '${url}' to 'C:\\Windows\\ccmcache\\4x'.`);
  const retries = draw.chance(0.4) ? draw.int(1, 4) : 0;
  for (let retry = 1; retry <= retries; retry++) {
    const { win32, text, original, known } = draw.pick(codes);
    say(
      enter('DownloadingManifest'),
      `[CCMHTTP] ERROR: URL=${url}, Port=80, Options=480, Code=${win32}, Text=${text}`,
      "Error sending DAV request. HTTP code 600, status ''",
      `GetDirectoryList_HTTP mapping original error ${original} to 0x800704cf.`,
      `GetDirectoryList_HTTP('${url}') failed with code 0x800704cf.`,
      `Error retrieving manifest (0x800704cf).  Will attempt retry ${retry} in 3600 seconds.`,
    );
    note(String(win32));
    note(known);
    note('0x800704CF', 2);
  }
  if (!isWhole && draw.chance(0.4)) return { bytes: 0, retries, errors };
  say(
    enter('RetrievedManifest'),
    `Starting BITS job '${bits}' for DTS job '${transfer}' under user 'S-1-5-18'.`,
  );
  const total = draw.int(1000, 9_000_000);
  let bytes = 0;
  const progress = (): void =>
    void say(
      `Job: ${bits}, Total Files: 3, Transferred Files: 0, Total Bytes: ${total}, Transferred Bytes: ${bytes}`,
    );
  progress();
  for (let piece = draw.int(0, 3); piece > 0; piece--) {
    bytes = draw.int(bytes, total - 1);
    progress();
  }
  if (draw.chance(0.3)) {
    say(
      `CDTSJob::HandleErrors: DTS Job '${transfer}' BITS Job '${bits}' under user 'S-1-5-18' OldErrorCount 0 NewErrorCount 1 ErrorCode 0x80190194`,
    );
    note('0x80190194');
  }
  if (!isWhole) return { bytes, retries, errors };
  bytes = total;
  progress();
  say(
    enter('NotifiedComplete'),
    `DTSJob ${transfer} successfully completed download.`,
    `DTS job ${transfer} has completed:\r\n\tStatus : SUCCESS,\r\n\tStart time : 05/09/2023 15:30:09,\r\n\tCompletion time : 05/09/2023 15:30:10,\r\n\tElapsed time : 1 seconds`,
  );
  return { bytes, retries, errors };
};
