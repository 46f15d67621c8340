/** PkgXferMgr.log begins to send a package to a server, in one thread. */
const jobBegins = ' thread starting for Job: ';
const serverMark = ', server: ';

/** A thread at work: whom it sends to, and how much it wrote in how many milliseconds. */
interface Sending {
  readonly server: string;
  bytes: number;
  ticks: number;
}

/**
 * Bytes a second that the jobs of a PkgXferMgr.log reached, by the server's name in lower case; jobs in the order in
 * which they ended. A "tick" of `Wrote N bytes to ... in N ticks` is a millisecond. Lines that say something else are
 * passed over.
 */
export const transferSpeeds = (lines: Iterable<string>): ReadonlyMap<string, readonly number[]> => {
  const threads = new Map<string, Sending>();
  const speeds = new Map<string, number[]>();
  const end = (thread: string): void => {
    const sending = threads.get(thread);
    threads.delete(thread);
    if (sending === undefined || sending.ticks === 0) return;
    const known = speeds.get(sending.server) ?? [];
    known.push((sending.bytes * 1000) / sending.ticks);
    speeds.set(sending.server, known);
  };
  for (const line of lines) {
    const thread = threadOf(line);
    if (thread === undefined) continue;
    const server = serverOf(line);
    if (server !== undefined) {
      end(thread);
      threads.set(thread, { server, bytes: 0, ticks: 0 });
    } else if (line.includes('Sending thread complete')) end(thread);
    else add(threads.get(thread), line);
  }
  for (const thread of [...threads.keys()]) end(thread);
  return speeds;
};

/** `<thread=4780 (0x12AC)>` of the server format, `thread="4780"` of the other. */
const threadOf = (line: string): string | undefined => {
  const at = line.lastIndexOf('thread=');
  if (at < 0) return undefined;
  const [digits] = /^\d+/.exec(line.slice(at + 'thread='.length).replace('"', '')) ?? [];
  return digits;
};

const serverOf = (line: string): string | undefined => {
  const at = line.indexOf(jobBegins);
  const from = at < 0 ? -1 : line.indexOf(serverMark, at);
  if (from < 0) return undefined;
  const [name] = line.slice(from + serverMark.length).split(',', 1);
  return name?.trim().toLowerCase();
};

const add = (sending: Sending | undefined, line: string): void => {
  if (sending === undefined) return;
  const [, bytes] = /\bWrote (\d{1,15}) bytes to /.exec(line) ?? [];
  const [, ticks] = / in (\d{1,12}) ticks/.exec(line) ?? [];
  if (bytes === undefined || ticks === undefined) return;
  sending.bytes += Number(bytes);
  sending.ticks += Number(ticks);
};
