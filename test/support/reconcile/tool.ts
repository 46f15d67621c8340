import { findMissing } from '../../../extension/app/findMissing';
import { refreshSite } from '../../../extension/app/refreshSite';
import type { SiteModel } from '../../../extension/adapters/demo/site/siteModel';
import type { SiteInventory } from '../../../extension/core/content/siteInventory';
import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import { repairNeed } from '../../../extension/core/reconcile/verdict';
import type { SiteConnection } from '../../../extension/ports/siteConnection';
import type { SiteDatabase } from '../../../extension/ports/siteDatabase';
import type { RunningFindings } from '../../../extension/workers/findings/findingsWorker';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { watched, type Answer } from './way';

const never = new AbortController().signal;

/** The tool: every expected pair graded, with the facts that its verdict rests on. */
export class Tool {
  private constructor(
    private readonly connection: Pick<SiteConnection, 'database' | 'clock'>,
    private readonly inventory: SiteInventory,
    private readonly running: RunningFindings,
    private readonly counted: { rows: number },
  ) {}

  /** Reads the inventory; `onBatch` is told of every batch of rows from then on. */
  static async open(
    { siteCode, siteName, siteServer, options }: SiteModel,
    database: SiteDatabase,
    onBatch: () => void = () => undefined,
  ): Promise<Tool> {
    const counted = { rows: 0 };
    const connection = {
      database: watched(database, ({ rows }) => {
        counted.rows += rows.length;
        onBatch();
      }),
      clock: { now: () => options.now, sleep: () => Promise.resolve() },
      info: {
        siteCode,
        siteName,
        provider: { computer: siteServer, namespace: `root\\SMS\\site_${siteCode}` },
      },
    };
    return new Tool(connection, await refreshSite(connection, never), startFindingsInProcess(), counted);
  }

  /** Reads and grades the whole site. @returns rows that were read, and how many pairs are expected */
  async ask(): Promise<{ readonly rows: number; readonly expected: number }> {
    const before = this.counted.rows;
    const { findings } = this.running;
    const { summary } = await findMissing(this.connection, findings, this.inventory, never);
    return { rows: this.counted.rows - before, expected: summary.site.expected };
  }

  /** The pairs of the last read that need repair. */
  async needsRepair(): Promise<Answer['pairs']> {
    const all = await this.running.findings.resolve({ kind: 'view', filter: '', except: [] }, never);
    const wanted = all.filter(({ verdict }) => repairNeed(verdict) === 'yes');
    return new Set<PairId>(wanted.map(({ packageId, dp }) => pairId(packageId, dp)));
  }

  close(): Promise<void> {
    return this.running.dispose();
  }
}
