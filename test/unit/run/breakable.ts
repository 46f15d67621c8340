import type { CimProperties, CimWriter } from '../../../extension/ports/cim';
import type { DpWriter } from '../../../extension/ports/siteConnection';
import type { AlreadyBegun, Held, Journals, OwnedJournal } from '../../../extension/ports/journal';
import type { RunSite } from '../../../extension/app/run/runSite';

/** The program is killed: nothing that it asked for before is answered, and it asks for nothing more. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Before the port does what it is asked, or after it has. */
export type Moment = 'before' | 'after';

/** A call of a port, and what it is about. */
export interface Call {
  readonly name: string;
  /** Id. */
  readonly step?: string;
  /** Package ID and NAL path. */
  readonly pair?: string;
}

/** Decides at each call of a port whether the program dies there. */
export type Doom = (call: Call, moment: Moment) => boolean;

/** The ports of one program, which dies with all of them. */
export class Program {
  private isDead = false;
  private readonly held = new Set<{ release(): Promise<void> }>();

  constructor(private readonly doom: Doom) {}

  readonly call = async <T>(asked: string | Call, work: () => Promise<T>): Promise<T> => {
    const call = typeof asked === 'string' ? { name: asked } : asked;
    this.check(call, 'before');
    const answer = await work();
    this.check(call, 'after');
    return answer;
  };

  /** What a dead program held is free, as after a while without its heartbeat. */
  async bury(): Promise<void> {
    for (const lock of this.held) await lock.release();
  }

  /** Takes note of what the program holds. */
  readonly holding = <T extends { readonly kind: string }>(
    taken: T | (T & { release(): Promise<void> }),
  ): T => {
    if ('release' in taken) this.held.add(taken);
    return taken;
  };

  private check(call: Call, moment: Moment): void {
    if (!this.isDead && this.doom(call, moment)) this.isDead = true;
    if (this.isDead) throw new Crash(`${moment} ${call.name}`);
  }
}

export const siteOf = (site: RunSite, { call }: Program): RunSite => {
  const { cim, clock, database } = site;
  const about = (name: string, keys: CimProperties): Call => ({
    name,
    pair: [keys.PackageID ?? keys.PackageId, keys.ServerNALPath ?? keys.NALPath].map(String).join(' '),
  });
  const writer: CimWriter = {
    get: (...asked) => call(about(`get ${asked[1].className}`, asked[1].keys), () => cim.get(...asked)),
    put: (...asked) => call(about('put', asked[1].keys), () => cim.put(...asked)),
    invoke: (...asked) => call(about(asked[2], asked[3]), () => cim.invoke(...asked)),
    invokeOn: (...asked) => call(about(asked[2], asked[1].keys), () => cim.invokeOn(...asked)),
    delete: (...asked) => call(about('delete', asked[1].keys), () => cim.delete(...asked)),
  };
  return {
    ...site,
    ...(site.dps === undefined ? {} : { dps: dpsOf(site.dps, call) }),
    cim: writer,
    clock: {
      now: () => clock.now(),
      sleep: (time, signal) => call('sleep', () => clock.sleep(time, signal)),
    },
    database: {
      catalogue: (signal) => call('catalogue', () => database.catalogue(signal)),
      run: async function* (query, parameters, signal) {
        await call(`query ${query.id}`, () => Promise.resolve());
        yield* database.run(query, parameters, signal);
      },
    },
  };
};

const dpsOf = (dps: DpWriter, call: Program['call']): DpWriter => ({
  wmi: {
    describe: (...asked) => call('wmi describe', () => dps.wmi.describe(...asked)),
    query: async function* (...asked) {
      await call('wmi query', () => Promise.resolve());
      yield* dps.wmi.query(...asked);
    },
    create: (...asked) => call('wmi create', () => dps.wmi.create(...asked)),
    delete: (...asked) => call('wmi delete', () => dps.wmi.delete(...asked)),
  },
  files: (root) => {
    const below = dps.files(root);
    return {
      root,
      readWhole: (...asked) => call('readWhole', () => below.readWhole(...asked)),
      makeFolder: (...asked) => call('makeFolder', () => below.makeFolder(...asked)),
      writeText: (...asked) => call('writeText', () => below.writeText(...asked)),
      rename: (...asked) => call('rename', () => below.rename(...asked)),
    };
  },
});

export const journalsOf = (journals: Journals, program: Program): Journals => {
  const { call, holding } = program;
  const owned = <T extends Held | AlreadyBegun>(journal: OwnedJournal | T): OwnedJournal | T =>
    journal.kind === 'owned' ? journalOf(journal, program) : journal;
  return {
    place: journals.place,
    list: () => call('list', () => journals.list()),
    read: (id) => call('read', () => journals.read(id)),
    begin: async (id, first) =>
      owned(await call('begin', async () => holding(await journals.begin(id, first)))),
    take: async (id) => owned(await call('take', async () => holding(await journals.take(id)))),
    ownerOf: (id) => call('ownerOf', () => journals.ownerOf(id)),
    lockDp: (siteCode, dp) => call(`lock ${dp}`, async () => holding(await journals.lockDp(siteCode, dp))),
  };
};

const journalOf = (journal: OwnedJournal, { call }: Program): OwnedJournal => ({
  kind: 'owned',
  id: journal.id,
  append: (record, durable) => {
    const name = `append ${record.kind === 'proof' ? record.proof.kind : record.kind}`;
    const told = 'step' in record ? { name, step: record.step } : { name };
    return call(told, () => journal.append(record, durable));
  },
  release: () => journal.release(),
});
