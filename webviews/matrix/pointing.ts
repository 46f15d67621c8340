import { isShown } from '../../extension/core/matrix/cell';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import { Latest } from '../shared/latest';
import type { PointedCell } from './cellTip';
import type { LoadedMatrix } from './loadedMatrix';
import type { MatrixModel } from './matrixModel';
import type { CellPlace } from './region';

/** The pointer rests this long on a cell before its finding is asked for, milliseconds. */
const rest = 120;

/** Follows the pointer over the cells: what is known at once is shown at once, the rest is asked for. */
export class Pointing {
  pointed: PointedCell | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly latest = new Latest();

  constructor(
    private readonly model: Pick<MatrixModel, 'explain' | 'fail'>,
    private readonly changed: () => void,
  ) {}

  at(matrix: LoadedMatrix | undefined, place: CellPlace | undefined, x: number, y: number): void {
    const before = this.pointed;
    const content = place && matrix?.package(place);
    const dp = place && matrix?.dp(place);
    if (matrix === undefined || place === undefined || content === undefined || dp === undefined) {
      this.leave();
      return;
    }
    const same = before?.package === content && before.dp === dp;
    const byte = matrix.byte(place);
    this.pointed = {
      package: content,
      dp,
      cell: matrix.cell(place),
      isShown: isShown(byte),
      x,
      y,
      finding: same ? before.finding : undefined,
    };
    this.changed();
    if (!same) this.askLater(matrix, place);
  }

  leave(): void {
    clearTimeout(this.timer);
    this.latest.cancel();
    if (this.pointed === undefined) return;
    this.pointed = undefined;
    this.changed();
  }

  private askLater(matrix: LoadedMatrix, place: CellPlace): void {
    clearTimeout(this.timer);
    this.latest.cancel();
    const pair = matrix.pair(place);
    const cell = matrix.cell(place);
    if (pair === undefined || cell === 'none' || cell === 'open') return;
    this.timer = setTimeout(() => {
      this.latest
        .ask((signal) => this.model.explain(pair, signal))
        .then(
          (found) => found && this.found(found.answer),
          (error: unknown) => this.model.fail(error),
        );
    }, rest);
  }

  private found(finding: FindingRow | undefined): void {
    if (this.pointed === undefined || finding === undefined) return;
    this.pointed = { ...this.pointed, finding };
    this.changed();
  }
}
