import type {
  MatrixAxes,
  MatrixTile,
  MatrixView,
  PackedTargets,
  TotalsPage,
  TotalsView,
} from '../core/matrix/matrix';
import { defineRequest, trusted } from './requestType';

// Between the findings worker and its client, as protocol/findings.ts.

export const openMatrix = defineRequest<MatrixAxes>()('findings/openMatrix', trusted<MatrixView>());

export const matrixTile = defineRequest<MatrixTile>()(
  'findings/matrixTile',
  trusted<{
    readonly view: MatrixView;
    readonly stamp: number;
    readonly first: number;
    readonly count: number;
  }>(),
);

export const matrixTotals = defineRequest<TotalsPage>()(
  'findings/matrixTotals',
  trusted<{ readonly view: TotalsView; readonly offset: number; readonly limit: number }>(),
);

export const setTargets = defineRequest<undefined>()('findings/setTargets', trusted<PackedTargets>());
