import { pairId } from '../../core/reconcile/pairId';
import { dpKeyOfNalPath, type DpKey } from '../../core/content/nalPath';
import type { PairProgress, ProgressMessage } from '../../core/run/pairProgress';
import { isOfDp, type RunStep } from '../../core/run/runPlan';
import type { ValidationMessage } from '../../core/validate/validationMessage';
import type { SiteCatalogue, SiteDatabase } from '../../ports/siteDatabase';
import { distributionPoints } from '../../queries/distributionPoints';
import { pairProgress, type PairProgressRows, type ProgressSource } from '../../queries/pairProgress';
import { readQuery } from '../../queries/readQuery';
import { siteQuery } from '../../queries/siteQuery';
import { wantedList } from '../../queries/textList';
import { ValidationMessages } from '../validate/validationMessages';

interface DpNow {
  readonly id: number;
  readonly nalPath: string;
}

type Rows = { readonly [K in keyof PairProgressRows]: readonly PairProgressRows[K][] };

/** More than this are asked for in several queries: the text of a list has a limit. */
const pairsAtOnce = 5_000;

/** Reads what has become of steps: one query for all of them, and one for validations of whole DPs. */
export class ProgressReader {
  private dps: ReadonlyMap<DpKey, DpNow> | undefined;
  private catalogue: SiteCatalogue | undefined;
  private readonly validations: ValidationMessages;

  constructor(private readonly database: SiteDatabase) {
    this.validations = new ValidationMessages(database);
  }

  /**
   * @param since of the oldest message that matters, UTC epoch milliseconds
   * @returns by step id; each step that was asked for has one
   * @throws SiteReadError
   */
  async read(
    steps: readonly RunStep[],
    since: number,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PairProgress>> {
    const found = new Map<string, PairProgress>();
    for (let from = 0; from < steps.length; from += pairsAtOnce)
      for (const [id, progress] of await this.readSome(steps.slice(from, from + pairsAtOnce), since, signal))
        found.set(id, progress);
    return found;
  }

  private async readSome(
    steps: readonly RunStep[],
    since: number,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PairProgress>> {
    const dps = await this.dpsOf(steps, signal);
    const named = steps.filter(({ packageId }) => packageId !== '');
    const idOf = ({ dp }: RunStep): number => (dp === '' ? 0 : (dps.get(dp)?.id ?? 0));
    const wanted = wantedList(
      named.map((step) => ({ dpId: idOf(step), packageId: step.packageId, sought: 'package' })),
    );
    this.catalogue ??= await this.database.catalogue(signal);
    const query = siteQuery(pairProgress, this.catalogue);
    const rows =
      wanted.count === 0
        ? undefined
        : await readQuery(
            this.database,
            query,
            { wanted: wanted.text, wantedCount: wanted.count, since },
            signal,
          );
    const progressOf = rows && joined(rows, new Set([...query.notRead, ...query.scoped]));
    const messagesOf = steps.some(isOfDp)
      ? await this.validations.read(dps.keys(), since, this.catalogue, signal)
      : undefined;
    const progress = (step: RunStep): PairProgress => {
      if (!isOfDp(step) || step.dp === '' || messagesOf === undefined)
        return progressOf?.(step.packageId, idOf(step)) ?? nothingKnown;
      const messages = messagesOf(step.dp);
      return step.action === 'checkLists'
        ? { ...nothingKnown, messages: oldestFirst(messages) }
        : { ...nothingKnown, validation: { messages, listed: undefined, log: undefined } };
    };
    return new Map(steps.map((step) => [step.id, progress(step)]));
  }

  /**
   * The NAL path that each DP has now, read anew: a DP that was reassigned has another one than its old rows.
   * @throws SiteReadError
   */
  async pathsNow(signal: AbortSignal): Promise<ReadonlyMap<DpKey, string>> {
    const dps = await this.readDps(signal);
    return new Map(Array.from(dps, ([key, { nalPath }]) => [key, nalPath]));
  }

  /** Numbers of DPs hardly ever change; they are read again for a DP that is not known. */
  private async dpsOf(steps: readonly RunStep[], signal: AbortSignal): Promise<ReadonlyMap<DpKey, DpNow>> {
    const known = this.dps;
    if (known !== undefined && steps.every(({ dp }) => dp === '' || known.has(dp))) return known;
    return this.readDps(signal);
  }

  private async readDps(signal: AbortSignal): Promise<ReadonlyMap<DpKey, DpNow>> {
    const query = siteQuery(distributionPoints, await this.database.catalogue(signal));
    const { distributionPoint: rows } = await readQuery(this.database, query, {}, signal);
    const dps = new Map<DpKey, DpNow>();
    for (const { id, nalPath, resourceType } of rows) {
      const key = dpKeyOfNalPath(nalPath, resourceType);
      // Of several rows of one DP the newest counts.
      if (key !== undefined && id > (dps.get(key)?.id ?? -1)) dps.set(key, { id, nalPath });
    }
    this.dps = dps;
    return dps;
  }
}

const nothingKnown: PairProgress = {
  target: undefined,
  summary: undefined,
  job: undefined,
  package: undefined,
  messages: [],
};

const oldestFirst = (messages: readonly ValidationMessage[]): readonly ProgressMessage[] =>
  messages
    .map(({ messageId, time }) => ({ messageId, time, strings: [], win32Error: 0 }))
    .sort((a, b) => a.time - b.time);

const joined = (
  rows: Rows,
  notRead: ReadonlySet<ProgressSource>,
): ((packageId: string, dpId: number) => PairProgress) => {
  const idOf = (packageId: string, dpId: number): string =>
    pairId(packageId.toUpperCase(), String(dpId) as DpKey);
  const packages = new Map(rows.package.map((row) => [row.packageId.toUpperCase(), row]));
  const pairs = new Map(rows.pair.map((row) => [idOf(row.packageId, row.dpId), row]));
  const jobs = new Map(rows.job.map((row) => [idOf(row.packageId, row.dpId), row]));
  const messages = messagesByPair(rows, idOf);
  return (packageId, dpId) => {
    const id = idOf(packageId, dpId);
    const pair = pairs.get(id);
    return {
      target: pair && (pair.targets === 0 ? 'none' : pair),
      summary:
        pair?.state === undefined || notRead.has('summaries')
          ? undefined
          : { state: pair.state, lastCopied: pair.lastCopied },
      job: jobs.get(id),
      package: packages.get(packageId.toUpperCase()),
      messages: messages.get(id) ?? [],
    };
  };
};

/** Each message once, oldest first. A pair's newest status may be of a message that lacks attributes. */
const messagesByPair = (
  { message, status }: Rows,
  idOf: (packageId: string, dpId: number) => string,
): ReadonlyMap<string, readonly ProgressMessage[]> => {
  const byPair = new Map<string, Map<string, ProgressMessage>>();
  const add = (id: string, recordId: string, told: ProgressMessage): void => {
    const known = byPair.get(id) ?? new Map<string, ProgressMessage>();
    if (!known.has(recordId)) known.set(recordId, told);
    byPair.set(id, known);
  };
  for (const { packageId, dpId, recordId, messageId, time, win32Error, string3 } of message)
    add(idOf(packageId, dpId), recordId, { messageId, time, win32Error, strings: ['', '', string3] });
  for (const { packageId, dpId, recordId, messageId, time } of status)
    add(idOf(packageId, dpId), recordId, { messageId, time, win32Error: 0, strings: [] });
  return new Map(
    Array.from(byPair, ([id, told]) => [
      id,
      [...told]
        .sort(([a, x], [b, y]) => x.time - y.time || a.length - b.length || (a < b ? -1 : 1))
        .map(([, one]) => one),
    ]),
  );
};
