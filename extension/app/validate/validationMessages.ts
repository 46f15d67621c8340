import type { DpKey } from '../../core/content/nalPath';
import { dpOfText, type ValidationMessage } from '../../core/validate/validationMessage';
import type { SiteCatalogue, SiteDatabase } from '../../ports/siteDatabase';
import { readQuery } from '../../queries/readQuery';
import { siteQuery } from '../../queries/siteQuery';
import { validationMessages } from '../../queries/validationMessages';

/** Marks of cycles from so long ago tell how long cycles take. Messages are kept 30 days by default. */
const marksKept = 35 * 24 * 60 * 60 * 1000;

/** A message may reach the site so much later than one that was sent after it. */
const overlap = 60 * 60 * 1000;

/** What content validation says of DPs, read further each time: what was read is not read again. */
export class ValidationMessages {
  private readonly byDp = new Map<DpKey, Map<string, ValidationMessage>>();
  /** Results are read from here on, marks when there are any. */
  private readFrom: number | undefined;
  private newest: number | undefined;

  constructor(private readonly database: SiteDatabase) {}

  /**
   * @param keys of all DPs of the site, to tell whose a message is
   * @param since results of packages matter from here on; UTC epoch milliseconds
   * @throws SiteReadError
   */
  async read(
    keys: Iterable<DpKey>,
    since: number,
    catalogue: SiteCatalogue,
    signal: AbortSignal,
  ): Promise<(dp: DpKey) => readonly ValidationMessage[]> {
    const { newest, readFrom = Infinity } = this;
    const from = newest === undefined || since < readFrom ? since : Math.max(since, newest - overlap);
    const marksSince = newest === undefined ? since - marksKept : Math.min(from, newest - overlap);
    const query = siteQuery(validationMessages, catalogue);
    const { message: rows } = await readQuery(this.database, query, { marksSince, since: from }, signal);
    const dpOf = dpOfText(keys);
    for (const { dpText, machineName, packageId, ...told } of rows) {
      const dp = dpOf(dpText === '' ? machineName : dpText);
      this.newest = Math.max(this.newest ?? told.time, told.time);
      if (dp === undefined) continue;
      const known = this.byDp.get(dp) ?? new Map<string, ValidationMessage>();
      const isOfPackage = told.messageId < firstOfDp;
      known.set(told.recordId, { ...told, packageId: isOfPackage ? packageId.toUpperCase() : '' });
      this.byDp.set(dp, known);
    }
    this.newest ??= since;
    this.readFrom = Math.min(readFrom, since);
    return (dp) => [...(this.byDp.get(dp)?.values() ?? [])];
  }
}

/** Up to 2385 messages are about a package. */
const firstOfDp = 2386;
