import type { Snapshot } from '../core/history/snapshot';
import type { Finding } from '../core/reconcile/finding';
import type { FindingMarks } from '../core/reconcile/findingMarks';
import type {
  Facet,
  FindingRow,
  FindingsPage,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../core/reconcile/findingRow';
import type { PairFacts } from '../core/reconcile/pairFacts';
import type { PairId } from '../core/reconcile/pairId';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { ExplainedFinding, ExplainedPage, FindingsScope, FindingsSummary } from '../ports/findings';
import { defineNotification, defineRequest, trusted } from './requestType';

// Between the findings worker and its client, which are one program: a load is begun, fed and committed.

export const beginLoad = defineRequest<number>()(
  'findings/beginLoad',
  trusted<{ readonly site: SiteFacts; readonly scopes: readonly FindingsScope[] }>(),
);

export const appendPairs = defineRequest<undefined>()(
  'findings/appendPairs',
  trusted<{ readonly load: number; readonly pairs: readonly PairFacts[] }>(),
);

export const commitLoad = defineRequest<FindingsSummary>()(
  'findings/commitLoad',
  trusted<{ readonly load: number }>(),
);

export const abortLoad = defineNotification('findings/abortLoad', trusted<{ readonly load: number }>());

export const pageFindings = defineRequest<FindingsPage>()(
  'findings/page',
  trusted<{ readonly view: FindingsView; readonly offset: number; readonly limit: number }>(),
);

export const countFacets = defineRequest<readonly Facet[]>()(
  'findings/facets',
  trusted<{ readonly filter: string }>(),
);

export const measureSelection = defineRequest<SelectionMeasure>()(
  'findings/measure',
  trusted<FindingsSelection>(),
);

export const resolveSelection = defineRequest<readonly Finding[]>()(
  'findings/resolve',
  trusted<FindingsSelection>(),
);

export const findingsOf = defineRequest<readonly Finding[]>()('findings/of', trusted<FindingsScope>());

export const markFindings = defineRequest<FindingsSummary | undefined>()(
  'findings/mark',
  trusted<FindingMarks>(),
);

export const takeSnapshot = defineRequest<Snapshot>()('findings/snapshot', trusted<undefined>());

export const explainPair = defineRequest<ExplainedFinding | undefined>()(
  'findings/explain',
  trusted<{ readonly pair: PairId }>(),
);

export const explainPage = defineRequest<ExplainedPage>()(
  'findings/explainPage',
  trusted<{ readonly view: FindingsView; readonly offset: number; readonly limit: number }>(),
);

export const asRows = defineRequest<readonly FindingRow[]>()(
  'findings/asRows',
  trusted<{ readonly findings: readonly Finding[]; readonly filter: string }>(),
);
