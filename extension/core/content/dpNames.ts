import type { DistributionPoint } from './distributionPoint';
import { parseNalPath, type DpKey } from './nalPath';

/** Finds DPs by their NAL paths: as they stand in the DP's row, or in another spelling of the same server. */
export class DpNames {
  private readonly byPath = new Map<string, DpKey>();
  private readonly byServer = new Map<string, DpKey>();

  constructor(dps: readonly DistributionPoint[]) {
    for (const { nalPath, serverName, key } of dps) {
      this.byPath.set(nalPath.toLowerCase(), key);
      if (!this.byServer.has(serverName.toLowerCase())) this.byServer.set(serverName.toLowerCase(), key);
    }
  }

  keyOf(nalPath: string): DpKey | undefined {
    const server = parseNalPath(nalPath)?.server.toLowerCase();
    return this.byPath.get(nalPath.toLowerCase()) ?? this.byServer.get(server ?? '');
  }
}
