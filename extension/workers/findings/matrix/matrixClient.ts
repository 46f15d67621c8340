import type {
  MatrixAxes,
  MatrixTile,
  MatrixView,
  PackedTargets,
  TotalsPage,
  TotalsView,
} from '../../../core/matrix/matrix';
import type { FindingsMatrix } from '../../../ports/findingsMatrix';
import * as protocol from '../../../protocol/findingsMatrix';
import type { RequestType } from '../../../protocol/requestType';

type Ask = <P, R>(type: RequestType<P, R>, params: P, signal?: AbortSignal) => Promise<R>;

/** The matrix of findings that another thread keeps. */
export class MatrixClient implements FindingsMatrix {
  constructor(private readonly ask: Ask) {}

  open(view: MatrixView, signal: AbortSignal): Promise<MatrixAxes> {
    return this.ask(protocol.openMatrix, view, signal);
  }

  tile(
    view: MatrixView,
    stamp: number,
    first: number,
    count: number,
    signal: AbortSignal,
  ): Promise<MatrixTile> {
    return this.ask(protocol.matrixTile, { view, stamp, first, count }, signal);
  }

  totals(view: TotalsView, offset: number, limit: number, signal: AbortSignal): Promise<TotalsPage> {
    return this.ask(protocol.matrixTotals, { view, offset, limit }, signal);
  }

  async setTargets(targets: PackedTargets, signal: AbortSignal): Promise<void> {
    await this.ask(protocol.setTargets, targets, signal);
  }
}
