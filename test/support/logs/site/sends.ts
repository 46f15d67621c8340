import type { Draw } from '../draw';
import { hexOf, Scribe, ThreadPool } from './scribe';
import type { SendTruth } from './siteTruth';

export interface Sends {
  readonly sender: Scribe;
  readonly scheduler: Scribe;
  readonly sends: readonly SendTruth[];
}

const dispatcher = 7000;
const limit = 3;

/** The sender at work: requests of the scheduler for other sites, each sent by a thread of its own. */
export const send = (draw: Draw, began: number, count: number): Sends => {
  const sender = new Scribe(draw, 'SMS_LAN_SENDER', 'sender.cpp');
  const scheduler = new Scribe(draw, 'SMS_SCHEDULER', 'sched.cpp');
  const pool = new ThreadPool(4100);
  let at = began;
  const sends = Array.from({ length: count }, (_, index) => {
    at += draw.int(20, 20_000);
    const named = { request: `2${String(index).padStart(2, '0')}SQPS1`, site: `S0${String(draw.int(1, 3))}` };
    return logSend({ draw, sender, scheduler, pool }, named, at);
  });
  return { sender, scheduler, sends };
};

interface Work {
  readonly draw: Draw;
  readonly sender: Scribe;
  readonly scheduler: Scribe;
  readonly pool: ThreadPool;
}

const logSend = (work: Work, named: Pick<SendTruth, 'request' | 'site'>, requested: number): SendTruth => {
  const { draw, sender, scheduler, pool } = work;
  const { request, site } = named;
  const outcome = draw.pick(['waiting', 'sending', 'sent', 'sent', 'sent', 'failed'] as const);
  const packageId = `CS2${draw.hex(5)}`;
  const totalKb = draw.int(10, 900_000);
  scheduler.say(
    requested - 5,
    8000,
    `Send Request ${request} JobID: 00000${draw.hex(3)} DestSite: ${site} FinalSite: State: Pending Status: Action: None Total size: ${String(totalKb)}k Remaining: ${String(totalKb)}k Heartbeat: 12:23 Start: 12:00 Finish: 12:00 Retry: SWD PkgID: ${packageId} SWD Pkg Version: 1`,
  );
  sender.say(requested, dispatcher, `Found send request.  ID: ${request}, Dest Site: ${site}~`);
  sender.say(
    requested + 1,
    dispatcher,
    `Checking for site-specific sending capacity.  Used ${String(draw.int(0, limit))} out of ${String(limit)}.~`,
  );
  const waits = { ...named, packageId, requested, totalBytes: totalKb * 1024 };
  if (outcome === 'waiting')
    return { ...waits, outcome, thread: undefined, began: undefined, ended: undefined, bytes: 0 };
  const began = requested + 2;
  const ended = began + draw.int(10, 60_000);
  const thread = pool.take(began, outcome === 'sending' ? Infinity : ended);
  sender.say(began, dispatcher, `~Created sending thread (Thread ID = ${hexOf(thread)})`);
  const bytes = logBytes(work, request, thread, began, ended);
  if (outcome === 'failed') sender.fail(ended, thread, '~Sending failed [\\\\SRV\\SMS_SITE]');
  if (outcome === 'sent') {
    sender.say(ended - 1, thread, `~Finished sending SWD package ${packageId} version 1 to site ${site}`);
    sender.say(ended, thread, '~Sending completed successfully');
  }
  return { ...waits, outcome, thread, began, ended: outcome === 'sending' ? undefined : ended, bytes };
};

const logBytes = (
  { draw, sender }: Work,
  request: string,
  thread: number,
  from: number,
  to: number,
): number => {
  const file = `\\\\SRV\\SMS_SITE\\${request}.PCK`;
  sender.say(from, thread, '~Trying the No. 1 address (out of 1)');
  sender.say(from, thread, `~Sending Started [${file}]`);
  let position = 0;
  const pieces = draw.int(0, 5);
  for (let piece = 1; piece <= pieces; piece++) {
    const bytes = draw.int(1024, 400_000);
    const at = from + Math.floor(((to - from - 1) * piece) / (pieces + 1));
    sender.say(
      at,
      thread,
      `~Attempt to write ${String(bytes)} bytes to ${file} at position ${String(position)}`,
    );
    sender.say(at, thread, `~Wrote ${String(bytes)} bytes to ${file} at position ${String(position)}`);
    position += bytes;
  }
  return position;
};
