import type {
  RowBatch,
  SiteCatalogue,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
} from '../../ports/siteDatabase';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import { readErrorOf } from './remoteFailure';

/** The demo site's database, from the worker. A cancel frees the caller at once, whatever the worker is doing. */
export class RemoteDatabase implements SiteDatabase {
  private readings = 0;

  constructor(private readonly endpoint: Endpoint) {}

  async catalogue(signal: AbortSignal): Promise<SiteCatalogue> {
    try {
      const views = await this.endpoint.request(protocol.readCatalogue, undefined, signal);
      return new Map(views.map(([view, columns]) => [view, new Set(columns)]));
    } catch (error) {
      throw readErrorOf(error, 'catalogue');
    }
  }

  async *run(query: SqlQuery, parameters: SqlParameters, signal: AbortSignal): AsyncIterable<RowBatch> {
    const reading = ++this.readings;
    try {
      await this.endpoint.request(protocol.openReading, { reading, query, parameters }, signal);
      for (;;) {
        const batch = await this.endpoint.request(protocol.nextBatch, { reading }, signal);
        if (batch === undefined) return;
        yield batch;
      }
    } catch (error) {
      throw readErrorOf(error, query.id);
    } finally {
      this.endpoint.notify(protocol.closeReading, { reading });
    }
  }
}
